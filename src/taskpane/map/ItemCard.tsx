import { Button, Link, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import type { DowntimeShare, ExpectedFigure, Figures, ItemFigure, RowReference } from '../../domain/figures';
import { nameKey, sameName } from '../../domain/names';
import { listOfFew, monthName } from '../../domain/performance/phrases';
import { expectedReading } from '../../domain/servicemap/expected-reading';
import { countedText } from '../../reports/service-map/sentences';
import { words } from '../words';
import { stakeText } from './at-stake';
import { furtherBeneath, type MapBook } from './map-book';
import { Names } from './Names';
import { RowsLeftOut } from './RowsLeftOut';

const useStyles = makeStyles({
  say: { margin: '2px 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '10px 0 0' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
});

export interface ItemCardProps {
  readonly item: ItemFigure;
  readonly figures: Figures;
  readonly book: MapBook;
  readonly out: boolean;
  readonly busy: boolean;
  readonly onOut: (out: boolean) => void;
  readonly onName: (name: string) => void;
  readonly onGo: (place: RowReference) => void;
}

/** A service or component: what it is, what falls when it falls, what it stands on. */
export function ItemCard({ item, figures, book, out, busy, onOut, onName, onGo }: ItemCardProps) {
  const styles = useStyles();
  const key = nameKey(item.item);
  const edges = book.needs.get(key) ?? [];
  const stake = stakeText(item, figures.currency);
  // An unknown name has no row of its own: the first row that names it is the place to put it right.
  const place = item.row ?? figures.edges.find(({ dependsOn, item: above }) => sameName(dependsOn, item.item) || sameName(above, item.item))?.row;
  return (
    <>
      <p className={styles.say}>{whatItIs(item)}</p>
      <Agreements item={item} book={book} onGo={onGo} />
      <Service item={item} figures={figures} book={book} onName={onName} onGo={onGo} />
      <div className={styles.buttons}>
        <ToggleButton size="small" checked={out} onClick={() => onOut(!out)}>
          {out ? words.map.markedOut : words.map.markOut}
        </ToggleButton>
        {place === undefined ? null : (
          <Button size="small" appearance="subtle" disabled={busy} onClick={() => onGo(place)}>
            {words.map.row}
          </Button>
        )}
      </div>
      <h3 className={styles.heading}>{words.map.whenDown}</h3>
      <p className={styles.say}>{stake || nothingFalls(item, figures)}</p>
      {stake === '' ? null : <p className={styles.say}>{singlePoint(item, book)}</p>}
      <Stakes of={item} onName={onName} onGo={onGo} figures={figures} />
      <h3 className={styles.heading}>{words.map.standsOn}</h3>
      {edges.length === 0 ? <p className={styles.say}>{words.map.nothingBeneath}</p> : null}
      <Names label={words.map.directly} names={edges.map(({ dependsOn, group }) => ({ name: dependsOn, note: group === null ? null : words.map.group(group.required, group.members) }))} onName={onName} />
      <Names label={words.map.further} names={furtherBeneath(book, item.item).map((name) => ({ name }))} onName={onName} />
      <Names label={words.map.usedBy} names={item.usedBy.map((name) => ({ name }))} onName={onName} />
      <Rings item={item.item} figures={figures} onGo={onGo} />
    </>
  );
}

/** @example 'Hardware, Switches. Owner: Kim Abercrombie. Supplier: Contoso.' */
function whatItIs({ section, category, owner, supplier }: ItemFigure): string {
  if (section === null) return words.map.unknown;
  const kind = [words.map.sections[section], category].filter((part) => part !== null && part !== '').join(', ');
  return `${kind}. ${owner === null ? words.map.owner(words.map.noOwner) : words.map.owner(owner)}.${supplier === null ? '' : ` ${words.map.supplier(supplier)}.`}`;
}

/** Of a thing that takes nothing with it: whether others of a group stand in for it. */
function nothingFalls({ item }: ItemFigure, { edges }: Pick<Figures, 'edges'>): string {
  const groups = edges.flatMap(({ dependsOn, group }) => (group !== null && sameName(dependsOn, item) ? [words.map.group(group.required, group.members)] : []));
  return groups.length === 0 ? words.map.nothingFalls : words.map.oneOfGroup([...new Set(groups)].join(', '));
}

function singlePoint({ item, section, services }: ItemFigure, { points }: MapBook): string {
  const point = points.get(nameKey(item));
  return point === undefined ? (section === 'Service' ? words.map.noOtherDown : words.map.noSinglePoint) : words.map.singlePoint(services.length, point.rank, points.size);
}

function Agreements({ item, book, onGo }: Pick<ItemCardProps, 'item' | 'book' | 'onGo'>) {
  const styles = useStyles();
  const agreements = book.agreements.get(nameKey(item.item)) ?? [];
  if (agreements.length === 0) return <p className={styles.say}>{words.map.noAgreement}</p>;
  return <Names label={words.map.agreements} names={agreements.map(({ agreement }) => ({ name: agreement }))} onName={(name) => agreements.filter(({ agreement }) => agreement === name).slice(0, 1).forEach(({ row }) => onGo(row))} />;
}

/** Of a service: its month, what can be expected of it, what alone takes it down. */
function Service({ item, figures, book, onName, onGo }: Pick<ItemCardProps, 'item' | 'figures' | 'book' | 'onName' | 'onGo'>) {
  const styles = useStyles();
  const map = item.section === 'Service' ? book.maps.get(nameKey(item.item)) : undefined;
  if (map === undefined) return null;
  const { expected, downtimeSeconds, causes, singlePoints } = map;
  return (
    <>
      {expected === null ? null : <p className={styles.say}>{expectation(expected)}</p>}
      <RowsLeftOut says={words.map.leftOutBeneath} rows={expected?.rowsLeftOut ?? []} onGo={onGo} />
      {downtimeSeconds > 0 ? <Names label={words.map.downtime(monthName(figures.month), countedText(downtimeSeconds))} names={causes.map((cause) => ({ name: cause.item, note: causedBy(cause) }))} onName={onName} /> : null}
      <Names label={words.map.aloneTakes} names={singlePoints.map((name) => ({ name }))} onName={onName} />
    </>
  );
}

/** @example '12.5 min, while Line 2 was down' */
function causedBy({ seconds, alongside }: DowntimeShare): string {
  return alongside.length === 0 ? countedText(seconds) : words.map.alongside(countedText(seconds), listOfFew(alongside, 2), alongside.length > 1);
}

/** @example '99.59% can be expected from what stands beneath it, 99.54% at worst.' */
function expectation(expected: ExpectedFigure): string {
  const { is, most, least, worst } = expectedReading(expected, null);
  const { unknown } = expected;
  return `${words.map.expected[is](most, least)}${unknown.length === 0 ? '' : words.map.notKnown(listOfFew(unknown, 2))}${worst === null ? '' : words.map.worst(worst)}.`;
}

/** Everything at stake by name: things lead to their own card, agreements to their row. */
export function Stakes({ of, figures, onName, onGo }: { readonly of: Pick<ItemFigure, 'services' | 'components' | 'customers' | 'agreements' | 'processes' | 'objectives'> } & Pick<ItemCardProps, 'figures' | 'onName' | 'onGo'>) {
  const goToAgreement = (name: string): void => {
    const agreement = figures.agreements.find((one) => sameName(one.agreement, name));
    if (agreement) onGo(agreement.row);
  };
  const listed = (names: readonly string[]) => names.map((name) => ({ name }));
  const { lists } = words.map;
  return (
    <>
      <Names label={lists.services} names={listed(of.services)} onName={onName} />
      <Names label={lists.components} names={listed(of.components)} onName={onName} />
      <Names label={lists.customers} names={listed(of.customers)} onName={onName} />
      <Names label={lists.agreements} names={listed(of.agreements)} onName={goToAgreement} />
      <Names label={lists.processes} names={listed(of.processes)} />
      <Names label={lists.objectives} names={listed(of.objectives)} />
    </>
  );
}

/** Rings that it is part of: things that stand on each other. */
function Rings({ item, figures, onGo }: { readonly item: string } & Pick<ItemCardProps, 'figures' | 'onGo'>) {
  const styles = useStyles();
  return figures.cycles
    .filter(({ path }) => path.some((name) => sameName(name, item)))
    .map(({ path, rows }) => (
      <p key={path.join('\n')} className={styles.say}>
        {rows[0] === undefined ? (
          words.map.cycle(path.join(' → '))
        ) : (
          <Link as="button" onClick={() => rows[0] && onGo(rows[0])}>
            {words.map.cycle(path.join(' → '))}
          </Link>
        )}
      </p>
    ));
}
