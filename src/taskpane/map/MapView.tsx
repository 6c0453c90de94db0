import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Figures, RowReference, ServiceMapFigure } from '../../domain/figures';
import { nameKey, sameName } from '../../domain/names';
import { mapOfEdges } from '../../domain/servicemap/dependency-map';
import { pictureOf, wholePicture } from '../../reports/map-picture/index';
import { serviceStatus } from '../../reports/map-picture/service-status';
import { countedText } from '../../reports/service-map/sentences';
import { STATUS_WORD } from '../../reports/words';
import { Page } from '../Page';
import { words } from '../words';
import { Card } from './Card';
import { CustomerCard } from './CustomerCard';
import { ItemCard } from './ItemCard';
import { mapBook, nameOnMap } from './map-book';
import type { MapState } from './map-state';
import { Picture } from './Picture';
import { RowsLeftOut } from './RowsLeftOut';
import { SearchField } from './SearchField';
import type { Plight } from './ShapeGraphic';
import { SinglePoints } from './SinglePoints';
import { TakesDown } from './TakesDown';
import { whatFalls } from './what-falls';
import { WhatIf } from './WhatIf';

const useStyles = makeStyles({
  service: { flexGrow: 1, minWidth: 0, '& select': { textOverflow: 'ellipsis' } },
  say: { display: 'block', margin: '0 0 6px', color: tokens.colorNeutralForeground2 },
});

export interface MapViewProps {
  readonly figures: Figures;
  readonly state: MapState;
  readonly onState: (state: MapState) => void;
  readonly busy: boolean;
  readonly onGo: (place: RowReference) => void;
  /** Draws the maps of these services on sheets; null: of all. */
  readonly onPictures: (services: readonly string[] | null) => void;
}

/** Of everything together in the list of services. */
const EVERYTHING = '';

/** What stands on what: the picture, what a thing is, what falls when it falls, and what if. */
export function MapView({ figures, state, onState, busy, onGo, onPictures }: MapViewProps) {
  const styles = useStyles();
  const book = useMemo(() => mapBook(figures), [figures]);
  const map = useMemo(() => mapOfEdges(figures.edges), [figures]);
  const whole = useMemo(() => wholePicture(figures), [figures]);
  const services = useMemo(() => figures.maps.toSorted((a, b) => b.downtimeSeconds - a.downtimeSeconds), [figures]);
  /** The thing to which a list or the search field led, and not the picture. */
  const [followed, setFollowed] = useState<string | null>(null);

  // What the tables had when it was chosen may have gone since.
  const chosen = state.service !== null && state.service !== EVERYTHING ? book.maps.get(nameKey(state.service))?.service : undefined;
  const service = chosen ?? (whole === null ? (services[0]?.service ?? EVERYTHING) : EVERYTHING);
  const shown = book.maps.get(nameKey(service));
  const picture = useMemo(() => (service === EVERYTHING ? whole : pictureOf(figures, service)), [figures, service, whole]);
  const out = useMemo(() => state.out.filter((name) => book.items.has(nameKey(name))), [state.out, book]);
  const fallen = useMemo(() => (out.length === 0 ? null : whatFalls(figures, book, map, new Set(out.map(nameKey)))), [figures, book, map, out]);
  const name = state.opened === null ? null : nameOnMap(book, state.opened);

  if (figures.maps.length === 0) {
    return (
      <Page label={words.tabs.map}>
        <Text>{words.map.none}</Text>
      </Page>
    );
  }

  /** Opens a thing, and a picture that shows it where this one does not. */
  const follow = (to: string): void => {
    setFollowed(to);
    const isShown = picture?.drawing.shapes.some(({ about }) => about !== undefined && sameName(about, to)) === true;
    onState({ ...state, opened: to, service: isShown ? state.service : (mapWith(to, services) ?? state.service) });
  };
  const look = (about: string): void => {
    setFollowed(null);
    onState({ ...state, opened: about });
  };
  const plightOf = (about: string): Plight => {
    if (fallen === null) return null;
    const key = nameKey(about);
    if (!book.items.has(key)) return book.customers.get(key)?.services.some((used) => fallen.keys.has(nameKey(used))) === true ? 'falls' : null;
    return out.some((one) => nameKey(one) === key) ? 'out' : fallen.keys.has(key) ? 'falls' : null;
  };
  const mark = (item: string, isOut: boolean): void => onState({ ...state, out: isOut ? [...out, item] : out.filter((one) => !sameName(one, item)) });
  const stateOf = (about: string): string | null => {
    if (shown === undefined || !sameName(about, service)) return null;
    const { status } = serviceStatus(figures, service);
    return status === null ? null : STATUS_WORD[status];
  };
  const culprit = shown?.causes[0];
  /** Another picture; what is open stays where that shows it, too. */
  const choose = (to: string): void => {
    const next = to === EVERYTHING ? whole : pictureOf(figures, to);
    const isShown = next?.drawing.shapes.some(({ about }) => about !== undefined && state.opened !== null && sameName(about, state.opened)) === true;
    onState({ ...state, service: to, opened: isShown ? state.opened : null });
  };
  const item = name === null ? undefined : book.items.get(nameKey(name));
  const customer = name === null || item ? undefined : book.customers.get(nameKey(name));

  return (
    <Page
      label={words.tabs.map}
      bar={
        <>
          <Button style={{ flexGrow: 1 }} disabled={busy || service === EVERYTHING} onClick={() => onPictures([service])}>
            {words.map.draw}
          </Button>
          <Button style={{ flexGrow: 1 }} disabled={busy} onClick={() => onPictures(null)}>
            {words.map.drawAll(figures.maps.length + (whole === null ? 0 : 1))}
          </Button>
        </>
      }
    >
      <SearchField figures={figures} onName={follow} />
      {figures.edges.length === 0 ? <Text className={styles.say}>{words.map.noDependencies}</Text> : null}
      {picture === null ? null : (
        <Picture
          picture={picture}
          label={service === EVERYTHING ? words.map.pictureOfAll : words.map.picture(service)}
          chosen={name}
          middle={service === EVERYTHING ? null : service}
          culprit={culprit?.item ?? null}
          stateOf={stateOf}
          plightOf={plightOf}
          onChoose={look}
        >
          <Select className={styles.service} size="small" aria-label={words.map.choose} value={service} onChange={(_, { value }) => choose(value)}>
            {whole === null ? null : <option value={EVERYTHING}>{words.map.everything}</option>}
            {services.map((one) => (
              <option key={one.service} value={one.service}>
                {one.downtimeSeconds > 0 ? words.map.down(one.service, countedText(one.downtimeSeconds)) : one.service}
              </option>
            ))}
          </Select>
        </Picture>
      )}
      {fallen === null ? null : <WhatIf out={out} fallen={fallen} figures={figures} onName={follow} onGo={onGo} onBack={(one) => mark(one, false)} onClear={() => onState({ ...state, out: [] })} />}
      {name === null ? null : (
        <Card key={`about ${name}`} name={name} takesFocus={followed !== null} onClose={() => onState({ ...state, opened: null })}>
          {item ? <ItemCard item={item} figures={figures} book={book} out={out.some((one) => sameName(one, item.item))} busy={busy} onOut={(isOut) => mark(item.item, isOut)} onName={follow} onGo={onGo} /> : null}
          {customer ? <CustomerCard customer={customer} onName={follow} /> : null}
        </Card>
      )}
      {shown === undefined ? null : <TakesDown key={`what takes ${service} down`} of={shown} map={map} onName={follow} />}
      <RowsLeftOut says={words.map.leftOut} rows={figures.mapRowsLeftOut} onGo={onGo} />
      <SinglePoints figures={figures} book={book} onName={follow} />
    </Page>
  );
}

/** The service whose map shows a thing: itself, else the one that it is nearest to. */
function mapWith(name: string, maps: readonly ServiceMapFigure[]): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const { service, lines } of maps) {
    if (sameName(service, name)) return service;
    for (const line of lines) if (line.depth < least && sameName(line.name, name)) [nearest, least] = [service, line.depth];
  }
  return nearest;
}
