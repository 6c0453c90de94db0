import { Dropdown, Option } from '@fluentui/react-components';
import { monthAndYear, NO_BREAK } from '../domain/performance/phrases';
import { words } from './words';

export interface MonthChoiceProps {
  /** As `2026-10-01`. */
  readonly month: string;
  /** Months that may be reported, newest first. */
  readonly months: readonly string[];
  readonly onMonth: (month: string) => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** The report month, and others to choose. */
export function MonthChoice({ month, months, onMonth, ...rest }: MonthChoiceProps) {
  return (
    <Dropdown {...rest} aria-label={words.today.month} value={named(month)} selectedOptions={[month]} onOptionSelect={(_, { optionValue }) => optionValue && onMonth(optionValue)}>
      {months.map((one) => (
        <Option key={one} value={one}>
          {named(one)}
        </Option>
      ))}
    </Dropdown>
  );
}

/** With a space that can be typed: so an option is found from the keyboard. */
function named(month: string): string {
  return monthAndYear(month).replace(NO_BREAK, ' ');
}
