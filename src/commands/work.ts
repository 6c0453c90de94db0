/** Everything the actions do, in one chunk. */
export { checkTables, readFigures } from './figures';
export { addHolidays, listHolidays } from './holidays';
export { previewImport, runImport } from './import';
export { sendRecommendation } from './recommendations';
export { buildReport } from './report';
export { insertEmptyTables, insertSample, listTables, mapTables } from './tables';
