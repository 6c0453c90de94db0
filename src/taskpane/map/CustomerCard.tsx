import { words } from '../words';
import type { MapCustomer } from './map-book';
import { Names } from './Names';

/** Who uses services: how many, and which. */
export function CustomerCard({ customer, onName }: { readonly customer: MapCustomer; readonly onName: (name: string) => void }) {
  return (
    <>
      {words.map.customer}
      {customer.users === null ? '' : `, ${words.map.users(customer.users)}`}
      <Names label={words.map.uses} names={customer.services.map((name) => ({ name }))} onName={onName} />
    </>
  );
}
