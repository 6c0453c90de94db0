/** What is at stake, in one line. */
import { moneyText } from '../../reports/money';
import { count, words } from '../words';
import type { AtStake } from './what-falls';

/**
 * Figures only: what there is none of is left out.
 *
 * @example stakeText(fallen, '$') // '3 services, 4 customers (4,380 users), 5 agreements, 2 processes, $19,200 an hour'
 */
export function stakeText({ services, components, customers, users, agreements, processes, objectives, costPerHour }: AtStake, currency: string): string {
  const withUsers = users === null ? '' : ` (${words.map.users(users)})`;
  return [
    some(services.length, 'service'),
    some(components.length, 'other thing'),
    customers.length === 0 ? '' : `${count(customers.length, 'customer')}${withUsers}`,
    some(agreements.length, 'agreement'),
    some(processes.length, 'process', 'processes'),
    some(objectives.length, 'objective'),
    costPerHour === null ? '' : words.map.anHour(moneyText(costPerHour, currency)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const some = (number: number, one: string, many?: string): string => (number === 0 ? '' : count(number, one, many));
