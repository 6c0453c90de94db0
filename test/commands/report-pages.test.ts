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
  expect(again.sheets.map(({ name, isNew }) => [name, isNew])).toEqual([['Service map', true], ['SLA E-mail', false]]);
  expect(marked('agreement')).toHaveLength(2);
  await expect(perform('buildReport', { month, agreements: ['SLA E-mail', 'SLA Fax'] })).rejects.toMatchObject({ code: 'BadAgreement', message: expect.stringMatching(/^There is no agreement “SLA Fax”\. There are: SLA Desktop Computing; SLA E-mail; /) });
  expect(marked('agreement')).toHaveLength(2);
}, 120_000);
