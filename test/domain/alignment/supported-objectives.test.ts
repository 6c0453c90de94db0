import { objectiveSupport } from '../../../src/domain/alignment/supported-objectives';
import type { Objective } from '../../../src/domain/alignment/records';
import { process, service, support } from '../../support/records';

const objective = (row: number, name: string, serves: string | null = null): Objective => ({ row, objective: name, kind: 'Business', serves, measure: null, target: null, actual: null, better: null, dueDate: null });
const given = { processes: [process({ process: 'Payments' }), process({ process: 'Lending' })], services: [service({ service: 'Payments' }), service({ service: 'Cards' })], objectives: [objective(2, 'Growth', 'Trust'), objective(3, 'Trust'), objective(4, 'Lending')] };
const reached = (supports: ReturnType<typeof support>[], over: Partial<typeof given> = {}) => {
  const { objectives, rowsLeftOut } = objectiveSupport({ ...given, ...over, supports });
  return { objectives: Object.fromEntries([...objectives].map(([name, keys]) => [name, [...keys]])), rowsLeftOut };
};

test('a process reaches what it supports, and what that serves', () => {
  expect(reached([support({ from: 'lending', to: 'GROWTH' })])).toEqual({ objectives: { lending: ['growth', 'trust'] }, rowsLeftOut: [] });
});

test('objectives that serve each other end', () => {
  expect(reached([support({ from: 'Lending', to: 'Growth' })], { objectives: [objective(2, 'Growth', 'Trust'), objective(3, 'Trust', 'Growth')] }).objectives).toEqual({ lending: ['growth', 'trust'] });
});

test('a name in two layers is read by the layers, else as a service that supports a process', () => {
  // Payments is a service and a process, Lending a process and an objective.
  expect(reached([support({ from: 'Payments', to: 'Lending' })]).objectives).toEqual({});
  expect(reached([support({ from: 'Payments', to: 'Lending', fromLayer: 'Process' })]).objectives).toEqual({ payments: ['lending'] });
  expect(reached([support({ from: 'Payments', to: 'Lending', fromLayer: 'Service' })]).objectives).toEqual({});
  expect(reached([support({ from: 'Payments', to: 'Growth' })]).objectives).toEqual({ payments: ['growth', 'trust'] });
});

test('rows of these layers that cannot be used are listed, those of others are not', () => {
  expect(reached([
    { ...support({ from: '', to: 'Growth' }), row: 2, unreadable: ['from'] },
    { ...support({ from: 'Lending', to: '' }), row: 3, unreadable: ['to'] },
    { ...support({ from: 'Nobody', to: 'Growth', toLayer: 'Objective' }), row: 4 },
    { ...support({ from: 'Cards', to: 'Payments' }), row: 5 },
    { ...support({ from: 'Desk work', to: 'Problem management', fromLayer: 'Activity' }), row: 6 },
  ])).toEqual({ objectives: {}, rowsLeftOut: [2, 3, 4].map((row) => ({ table: 'Supports', row })) });
  expect(reached([], { objectives: [objective(2, 'Growth'), objective(3, 'growth'), { ...objective(4, 'Trust'), unreadable: ['serves'] }] }).rowsLeftOut).toEqual([{ table: 'Objectives', row: 3 }, { table: 'Objectives', row: 4 }]);
});
