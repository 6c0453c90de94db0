import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** CT_Worksheet of ECMA-376 part 1, 18.3.1.99: the order in which Excel wants a worksheet's elements. */
const WORKSHEET = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
  'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects ' +
  'controls webPublishItems tableParts extLst'
).split(' ');
/** CT_Workbook, 18.2.27. */
const WORKBOOK = 'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst'.split(' ');
/** CT_Stylesheet, 18.8.39. */
const STYLES = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
/** CT_LineSer and CT_BarSer, 21.2.2. */
const SERIES = 'idx order tx spPr invertIfNegative marker pictureOptions dPt dLbls trendline errBars cat val smooth shape extLst'.split(' ');
const AXIS = 'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits auto lblAlgn lblOffset noMultiLvlLbl extLst'.split(' ');
const SHAPE_PROPERTIES = 'xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d sp3d extLst'.split(' ');
const LETTERS = 'ln noFill solidFill gradFill blipFill pattFill grpFill effectLst effectDag highlight uLnTx uLn uFillTx uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst'.split(' ');
/** dml-spreadsheetDrawing and dml-main, 20.5 and 20.1 and 21.1, with the prefixes that everybody gives them. */
const DRAWING_ORDERS: Record<string, readonly string[]> = {
  'xdr:twoCellAnchor': 'from to sp grpSp graphicFrame cxnSp pic contentPart clientData'.split(' '),
  'xdr:oneCellAnchor': 'from ext sp grpSp graphicFrame cxnSp pic contentPart clientData'.split(' '),
  'xdr:absoluteAnchor': 'pos ext sp grpSp graphicFrame cxnSp pic contentPart clientData'.split(' '),
  'xdr:from': 'col colOff row rowOff'.split(' '),
  'xdr:to': 'col colOff row rowOff'.split(' '),
  'xdr:sp': 'nvSpPr spPr style txBody extLst'.split(' '),
  'xdr:cxnSp': 'nvCxnSpPr spPr style extLst'.split(' '),
  'xdr:nvSpPr': 'cNvPr cNvSpPr'.split(' '),
  'xdr:nvCxnSpPr': 'cNvPr cNvCxnSpPr'.split(' '),
  'xdr:cNvCxnSpPr': 'cxnSpLocks stCxn endCxn extLst'.split(' '),
  'xdr:spPr': SHAPE_PROPERTIES,
  'xdr:style': 'lnRef fillRef effectRef fontRef'.split(' '),
  'xdr:txBody': 'bodyPr lstStyle p'.split(' '),
  'a:xfrm': 'off ext chOff chExt'.split(' '),
  'a:prstGeom': ['avLst'],
  'a:ln': 'noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst'.split(' '),
  'a:bodyPr': 'prstTxWarp noAutofit normAutofit spAutoFit scene3d sp3d flatTx extLst'.split(' '),
  'a:p': ['pPr', '|', 'endParaRPr'],
  'a:rPr': LETTERS,
  'a:endParaRPr': LETTERS,
};
const RUNS = ['r', 'br', 'fld'];
const ORDERS: Record<string, readonly string[]> = { worksheet: WORKSHEET, workbook: WORKBOOK, styleSheet: STYLES, ser: SERIES, catAx: AXIS, valAx: AXIS };

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/**
 * What Excel would refuse in an .xlsx, found without any of the product's own code: parts that are not
 * well-formed, without content type, pointing nowhere; elements out of order; counts that are wrong; cells out of
 * order; tables whose columns are not their header cells; ids and names used twice. Empty: none.
 */
export async function packageFaults(bytes: Uint8Array): Promise<string[]> {
  const faults: string[] = [];
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const trees = new Map<string, Element>();
  for (const [name, content] of parts) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    try {
      trees.set(name, parse(strFromU8(content)));
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  }
  const types = trees.get('[Content_Types].xml');
  const overrides = new Map((types?.children ?? []).filter(({ name }) => name === 'Override').map(({ attributes }) => [attributes['PartName'] ?? '', attributes['ContentType'] ?? '']));
  const defaults = new Set((types?.children ?? []).filter(({ name }) => name === 'Default').map(({ attributes }) => (attributes['Extension'] ?? '').toLowerCase()));
  for (const name of parts.keys()) {
    if (name !== '[Content_Types].xml' && !overrides.has(`/${name}`) && !defaults.has((name.split('.').pop() ?? '').toLowerCase())) faults.push(`${name} has no content type`);
  }
  for (const name of overrides.keys()) if (!parts.has(name.slice(1))) faults.push(`content type of ${name}, which is not there`);

  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue;
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
    const ids = tree.children.map(({ attributes }) => attributes['Id'] ?? '');
    if (new Set(ids).size < ids.length) faults.push(`${name}: an id twice`);
    for (const { attributes } of tree.children) if (attributes['TargetMode'] !== 'External' && !parts.has(target(owner, attributes['Target'] ?? ''))) faults.push(`${name}: ${attributes['Target']} is not there`);
    const content = owner === '' ? undefined : trees.get(owner);
    for (const each of content ? all(content) : []) {
      for (const [key, value] of Object.entries(each.attributes)) if (/^r:(id|embed)$/.test(key) && !ids.includes(value)) faults.push(`${owner}: ${each.name} points to ${value}, which is not there`);
    }
  }

  for (const [name, tree] of trees) {
    for (const each of all(tree)) {
      const drawing = DRAWING_ORDERS[each.name];
      if (drawing) {
        const ranks = each.children.map((child) => drawing.indexOf(drawing.includes('|') && RUNS.includes(local(child)) ? '|' : local(child)));
        if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) faults.push(`${name}: ${each.name} has its elements out of order: ${each.children.map(local).join(' ')}`);
      }
      const order = ORDERS[local(each)];
      if (!order) continue;
      const ranks = each.children.map((child) => order.indexOf(local(child))).filter((rank) => rank >= 0);
      if (ranks.some((rank, index) => index > 0 && rank < (ranks[index - 1] ?? 0))) faults.push(`${name}: ${each.name} has its elements out of order: ${each.children.map(local).join(' ')}`);
      if (!['ser', 'catAx', 'valAx'].includes(local(each))) for (const child of each.children) if (!order.includes(local(child)) && local(child) !== 'AlternateContent' && !child.name.includes(':')) faults.push(`${name}: ${each.name} may not hold ${child.name}`);
    }
    for (const each of all(tree)) {
      const count = each.attributes['count'];
      if (count !== undefined && ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs', 'numFmts', 'tableColumns', 'tableParts', 'mergeCells', 'dataValidations', 'metadataTypes', 'cellMetadata'].includes(local(each)) && Number(count) !== each.children.length) faults.push(`${name}: ${each.name} counts ${count}, has ${each.children.length}`);
    }
  }

  for (const [name, tree] of trees) if (local(tree) === 'wsDr') faults.push(...drawingFaults(tree).map((fault) => `${name}: ${fault}`));

  const styles = [...trees].find(([, tree]) => local(tree) === 'styleSheet')?.[1];
  const formats = styles?.children.find((each) => local(each) === 'cellXfs')?.children.length ?? 0;
  for (const [name, tree] of trees) {
    if (local(tree) !== 'worksheet') continue;
    let lastRow = 0;
    for (const row of tree.children.find((each) => local(each) === 'sheetData')?.children ?? []) {
      const number = Number(row.attributes['r'] ?? lastRow + 1);
      if (number <= lastRow) faults.push(`${name}: row ${number} after row ${lastRow}`);
      lastRow = number;
      let lastColumn = 0;
      for (const cell of row.children) {
        // A cell without a reference stands beside the one before it.
        if (cell.attributes['r'] === undefined) {
          lastColumn++;
          continue;
        }
        const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell.attributes['r']) ?? [];
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        if (Number(digits) !== number || column <= lastColumn) faults.push(`${name}: cell ${cell.attributes['r']} is out of place`);
        lastColumn = column;
        if (Number(cell.attributes['s'] ?? 0) >= formats) faults.push(`${name}: cell ${cell.attributes['r']} has no such format`);
      }
    }
  }

  const book = [...trees].find(([, tree]) => local(tree) === 'workbook')?.[1];
  const names = (book?.children.find((each) => local(each) === 'definedNames')?.children ?? []).map(({ attributes }) => `${attributes['name']?.toLowerCase()} ${attributes['localSheetId'] ?? ''}`);
  if (new Set(names).size < names.length) faults.push('a defined name twice');
  const sheets = book?.children.find((each) => local(each) === 'sheets')?.children ?? [];
  for (const key of ['name', 'sheetId', 'r:id']) {
    const values = sheets.map(({ attributes }) => attributes[key]?.toLowerCase());
    if (new Set(values).size < values.length) faults.push(`two sheets have the same ${key}`);
  }

  const tables = [...trees].filter(([, tree]) => local(tree) === 'table').map(([, tree]) => tree);
  for (const key of ['id', 'displayName']) {
    const values = tables.map(({ attributes }) => attributes[key]?.toLowerCase());
    if (new Set(values).size < values.length) faults.push(`two tables have the same ${key}`);
  }
  const read = await readXlsx(bytes);
  for (const [name, tree] of trees) {
    if (local(tree) !== 'worksheet') continue;
    const relations = trees.get(name.replace(/([^/]+)$/, '_rels/$1.rels'))?.children ?? [];
    for (const relation of relations.filter(({ attributes }) => attributes['Type']?.endsWith('/table'))) {
      const table = trees.get(target(name, relation.attributes['Target'] ?? ''));
      const part = trees.get('xl/_rels/workbook.xml.rels')?.children.find(({ attributes }) => target('xl/workbook.xml', attributes['Target'] ?? '') === name)?.attributes['Id'];
      const index = sheets.findIndex(({ attributes }) => attributes['r:id'] === part);
      const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)/.exec(table?.attributes['ref'] ?? '') ?? [];
      const first = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const columns = table?.children.find((each) => local(each) === 'tableColumns')?.children ?? [];
      columns.forEach(({ attributes }, offset) => {
        const header = read.sheets[index]?.rows[Number(row) - 1]?.[first + offset];
        if (attributes['name'] !== header) faults.push(`${table?.attributes['displayName']}: column ${attributes['name']} stands under ${String(header)}`);
      });
      const ids = columns.map(({ attributes }) => attributes['id']);
      if (new Set(ids).size < ids.length) faults.push(`${table?.attributes['displayName']}: a column id twice`);
    }
  }
  return faults;
}

/** Names of a drawing used twice or missing, connectors to nothing, and measures that are none. */
function drawingFaults(drawing: Element): string[] {
  const faults: string[] = [];
  const elements = [...all(drawing)];
  const ids = elements.filter((each) => local(each) === 'cNvPr').map(({ attributes }) => attributes['id'] ?? '');
  if (new Set(ids).size < ids.length) faults.push('an id twice');
  for (const each of elements) {
    const { attributes } = each;
    if (local(each) === 'cNvPr' && !(Number(attributes['id']) >= 0 && attributes['name'])) faults.push(`a thing without id or name: ${JSON.stringify(attributes)}`);
    if (['stCxn', 'endCxn'].includes(local(each)) && (!ids.includes(attributes['id'] ?? '') || !/^\d+$/.test(attributes['idx'] ?? ''))) faults.push(`a connector to ${attributes['id']}, site ${attributes['idx']}`);
    for (const [key, value] of Object.entries(attributes)) {
      const measure = /^(x|y|cx|cy|rot|w|[ltrb]Ins|sz)$/.test(key) && ['off', 'ext', 'xfrm', 'ln', 'bodyPr', 'rPr', 'endParaRPr'].includes(local(each));
      if (measure && !/^-?\d+$/.test(value)) faults.push(`${each.name}: ${key} is ${value}`);
    }
  }
  return faults;
}

const local = ({ name }: Element) => name.slice(name.indexOf(':') + 1);

function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}

function target(owner: string, path: string): string {
  return new URL(path, `http://package/${owner}`).pathname.slice(1);
}

function parse(text: string): Element {
  const parser = new SaxesParser();
  const stack: Element[] = [{ name: '', attributes: {}, children: [] }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const element = { name: tag.name, attributes: tag.attributes, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  const [root] = stack[0]?.children ?? [];
  if (!root) throw new Error('no element');
  return root;
}
