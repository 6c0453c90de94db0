import { agreementBook } from '../agreements/in-force';
import { unique } from '../agreements/rows-left-out';
import { findCycles } from '../cycles';
import type { Figures, MapCycle, RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { finish, type Work } from '../work';
import { catalogue } from './catalogue';
import { mapEdges } from './edges';
import { impactWork } from './impact';
import { rankedSinglePoints } from './ranked-single-points';
import { isUsable, responsibilityFigures } from './responsibilities';

/** What the service map of a workbook says as a whole. */
export type MapFigures = Pick<Figures, 'items' | 'edges' | 'cycles' | 'singlePoints' | 'responsibilities' | 'glossary' | 'mapRowsLeftOut'>;

/** Items, edges, cycles, single points of failure, responsibilities and glossary. */
export function mapFigures(records: Records): MapFigures {
  return finish(mapFiguresWork(records));
}

/** The same, in small pieces of work. */
export function* mapFiguresWork(records: Records): Work<MapFigures> {
  const known = catalogue(records.services, records.components);
  const wired = mapEdges(records.dependencies, known);
  yield;
  const cycles: MapCycle[] = findCycles(wired.edges.map((edge) => ({ from: nameKey(edge.item), to: nameKey(edge.dependsOn), edge }))).map(({ path, edges }) => ({
    path: path.map((key) => wired.map.names.get(key)!),
    rows: edges.map(({ row }) => row),
  }));
  yield;
  const { items, rowsLeftOut } = yield* impactWork(records, wired, known, agreementBook(records.agreements, records.settings.zone));
  const leftOut: RowReference[] = [
    ...records.dependencies.filter((row) => nameKey(row.item) === '' || nameKey(row.dependsOn) === '' || row.unreadable !== undefined).map(({ row }) => ({ table: 'Dependencies', row })),
    ...records.components.filter((row) => isUnreadable(row, 'component', 'section')).map(({ row }) => ({ table: 'Components', row })),
    ...rowsLeftOut,
    ...records.agreements.filter((row) => isUnreadable(row, 'item', 'status', 'startDate', 'endDate', 'replaces')).map(({ row }) => ({ table: 'Agreements', row })),
    ...records.responsibilities.filter((row) => !isUsable(row)).map(({ row }) => ({ table: 'Responsibilities', row })),
    ...records.glossary.filter((row) => !isAnswer(row)).map(({ row }) => ({ table: 'Glossary', row })),
  ];
  return {
    items,
    edges: wired.edges,
    cycles,
    singlePoints: rankedSinglePoints(items, known.services.values()),
    responsibilities: responsibilityFigures(known.services.values(), records.responsibilities),
    glossary: records.glossary.filter(isAnswer).map(({ phrase, service, row }) => ({ phrase, service, row: { table: 'Glossary', row } })),
    mapRowsLeftOut: unique(leftOut),
  };
}

function isAnswer(row: Records['glossary'][number]): boolean {
  return row.phrase.trim() !== '' && row.service.trim() !== '' && !isUnreadable(row, 'phrase', 'service');
}
