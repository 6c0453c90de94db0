import { perform } from '../../src/commands/actions';
import '../../src/commands/register';

const month = '2026-10';
const marked = (kind: string) => host.workbook.sheets.filter((sheet) => [...sheet.customProperties].some(([, value]) => value.includes(`"kind":"${kind}"`)));

test('agreement pages are written when they are asked for, each on its own sheet, rewritten in place', async () => {
  await perform('insertSample', {});
  const first = await perform('buildReport', { month, agreements: ['sla  e-mail', 'SLA E-MAIL', 'SLA Document Archive'] });
  expect(first.sheets).toEqual([
    { name: 'SLA E-mail', kind: 'agreement', subject: 'SLA E-mail', isNew: true },
    { name: 'SLA Document Archive', kind: 'agreement', subject: 'SLA Document Archive', isNew: true },
  ]);
  const again = await perform('buildReport', { month: '2026-09', agreements: ['SLA E-mail'], only: ['map'] });
  expect(again.sheets[0]).toMatchObject({ name: 'Service map', isNew: true });
  expect(again.sheets.filter(({ isNew }) => !isNew).map(({ name }) => name)).toEqual(['SLA E-mail']);
  expect(marked('agreement')).toHaveLength(2);
  await expect(perform('buildReport', { month, agreements: ['SLA E-mail', 'SLA Fax'] })).rejects.toMatchObject({ code: 'BadAgreement', message: expect.stringMatching(/^There is no agreement “SLA Fax”\. There are: SLA Desktop Computing; SLA E-mail; /) });
  expect(marked('agreement')).toHaveLength(2);
});

test('maps are drawn when they are asked for, each on its own sheet, rewritten in place', async () => {
  await perform('insertSample', {});
  const first = await perform('buildReport', { month, services: ['desktop  computing', 'DESKTOP COMPUTING', 'E-mail'] });
  expect(first.sheets).toEqual([
    { name: 'Map Desktop Computing', kind: 'map-picture', subject: 'Desktop Computing', isNew: true },
    { name: 'Map E-mail', kind: 'map-picture', subject: 'E-mail', isNew: true },
  ]);
  const { shapes } = host.workbook.sheet('Map E-mail')!;
  expect(shapes.filter(({ kind }) => kind === 'GeometricShape').length).toBeGreaterThan(3);
  expect(shapes.filter(({ connector }) => connector?.begin.glued && connector.end.glued).length).toBeGreaterThan(2);
  const again = await perform('buildReport', { month: '2026-09', services: ['E-mail'], only: ['map'] });
  expect(again.sheets.filter(({ isNew }) => !isNew).map(({ name }) => name)).toEqual(['Map E-mail']);
  expect(again.sheets.map(({ kind }) => kind)).toContain('service-map');
  await expect(perform('buildReport', { month, services: ['E-mail', 'Fax'] })).rejects.toMatchObject({ code: 'BadService', message: expect.stringMatching(/^There is no service “Fax”, or it is retired\. There are: .*E-mail/) });
  expect(marked('map-picture')).toHaveLength(2);
  const all = await perform('buildReport', { month, only: ['pictures'] });
  const drawn = all.figures.maps.map(({ service }) => service);
  expect(all.sheets.map(({ subject }) => subject).filter((subject) => subject !== '')).toEqual(drawn);
  // Nothing of the default report.
  expect(new Set(all.sheets.map(({ kind }) => kind))).toEqual(new Set(['map-picture']));
});
