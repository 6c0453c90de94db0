import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { count } from './words';

export interface BoundedProps<Item> {
  readonly list: readonly Item[];
  /** So many are shown at first. */
  readonly first: number;
  /** So many more with each request; else as many as at first. */
  readonly more?: number;
  readonly children: (shown: readonly Item[]) => ReactNode;
}

/** A list that may be long: its beginning, and the rest on request. */
export function Bounded<Item>({ list, first, more = first, children }: BoundedProps<Item>) {
  const [shown, setShown] = useState(first);
  return (
    <>
      {children(list.slice(0, shown))}
      {list.length > shown ? (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + more)}>
          {count(list.length - shown, 'more', 'more')}
        </Button>
      ) : null}
    </>
  );
}
