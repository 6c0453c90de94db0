/** What a project is worth: it costs once, at time 0, and brings a benefit every year. */
export interface CashFlow {
  /** 0 or more. */
  readonly cost: number;
  /** May be negative. */
  readonly annualBenefit: number;
  /** How long the benefit comes, 0 or more. Of 2.5 years the third brings half of the annual benefit. */
  readonly years: number;
}

/**
 * Net present value: benefits, discounted from the end of the year in which they come, less the cost. The part
 * of a last year counts at that year's end, as a spreadsheet's `NPV(rate, 100, 100, 50) - cost` takes it.
 *
 * @param rate a share a year, above −1
 * @example netPresentValue({ cost: 200, annualBenefit: 100, years: 2.5 }, 0.1) // 11.119…: 100 ÷ 1.1 + 100 ÷ 1.21 + 50 ÷ 1.331 − 200
 */
export function netPresentValue({ cost, annualBenefit, years }: CashFlow, rate: number): number {
  const whole = Math.floor(years);
  const growth = Math.log1p(rate);
  const factors = rate === 0 ? whole : -Math.expm1(-whole * growth) / rate;
  return annualBenefit * (factors + (years - whole) * Math.exp(-(whole + 1) * growth)) - cost;
}

/**
 * Return on investment: (sum of benefits − cost) ÷ cost, undiscounted; null where the cost is 0.
 *
 * @example returnOnInvestment({ cost: 200, annualBenefit: 100, years: 2.5 }) // 0.25
 */
export function returnOnInvestment({ cost, annualBenefit, years }: CashFlow): number | null {
  return cost > 0 ? (annualBenefit * years - cost) / cost : null;
}

/**
 * Years until the summed benefits reach the cost, undiscounted; within a year they come evenly, and in a part
 * of a year as fast as in a whole one. A cost of 0 is paid back at once.
 *
 * @example
 * paybackYears({ cost: 240, annualBenefit: 100, years: 2.5 }) // 2.4
 * paybackYears({ cost: 260, annualBenefit: 100, years: 2.5 }) // 'not paid back'
 */
export function paybackYears({ cost, annualBenefit, years }: CashFlow): number | 'not paid back' {
  if (cost <= 0) return 0;
  return annualBenefit > 0 && annualBenefit * years >= cost ? Math.min(cost / annualBenefit, years) : 'not paid back';
}
