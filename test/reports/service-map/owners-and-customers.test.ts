import { customersAndUsers } from '../../../src/reports/service-map/customers-and-users';
import { servicesAndOwners } from '../../../src/reports/service-map/services-and-owners';
import { COLOR } from '../../../src/reports/style';
import { agreementFigure } from '../../support/agreement-figures';
import { figures } from '../../support/figures';
import { tiny, typical } from '../../support/organisations';
import { component, customer, service } from '../../support/records';
import { cellAt, rowOf, texts, valuesOf } from '../../support/sheets';

const records = (over: Partial<ReturnType<typeof tiny>['records']>) => ({ ...tiny().records, ...over });

describe('services and owners', () => {
  const services = [
    service({ service: 'E-mail', type: 'End-user', priority: 'High', itOwner: 'Maya Fuentes', businessOwner: 'Head of Retail', serviceManager: 'Neil Orint' }),
    service({ service: 'Networking', type: 'Infrastructure', itOwner: 'maya  fuentes' }),
    service({ service: 'Card Payments', lifecycle: 'Proposed', businessOwner: null, itOwner: null }),
    service({ service: 'Fax', lifecycle: 'Retired' }),
    service({ service: 'E-MAIL', itOwner: 'Somebody else' }),
    service({ service: '#N/A', unreadable: ['service'] }),
    service({ service: 'Intranet', itOwner: null, businessOwner: 'Head of Retail', unreadable: ['itOwner'] }),
  ];
  const agreements = [agreementFigure('SLA E-mail', { item: 'e-mail' }), agreementFigure('OLA Mail', { item: 'E-mail', type: 'OLA' }), agreementFigure('Draft', { item: 'Networking', state: 'Draft' })];
  const sheet = servicesAndOwners({ figures: figures({ agreements }), records: records({ services, components: [component({ component: 'Switch', owner: 'Maya Fuentes' }), component({ component: 'Desk' })] }) });

  test('a line each, by type, with the agreements in force', () => {
    expect(valuesOf(sheet, rowOf(sheet, 'E-mail'))).toEqual(['E-mail', 'End-user', 'In service', 'High', 'Maya Fuentes', 'Head of Retail', 'Neil Orint', 'SLA E-mail and OLA Mail']);
    expect(valuesOf(sheet, rowOf(sheet, 'Networking'))).toEqual(['Networking', 'Infrastructure', 'In service', '–', 'maya  fuentes', 'no owner yet', '–', 'no agreement']);
    const order = ['Business services', 'Card Payments', 'End-user services', 'Infrastructure services', 'Retired services', 'Fax'].map((text) => rowOf(sheet, text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('missing owners are marked and counted, retired services not, and what cannot be read is not called missing', () => {
    expect(cellAt(sheet, rowOf(sheet, 'Card Payments'), 5)).toMatchObject({ value: 'no owner yet', style: { color: COLOR.missed } });
    expect(valuesOf(sheet, rowOf(sheet, 'Fax')).slice(4, 6)).toEqual(['–', '–']);
    expect(cellAt(sheet, rowOf(sheet, 'Intranet'), 5)?.value).toBe('cannot be read');
    // Four services that are not retired: Card Payments has neither owner, Networking no business owner.
    expect(texts(sheet)).toContain('2 of 4 services have both owners; one has no IT owner, two have no business owner.');
    expect(texts(sheet).join(' ')).toContain('No IT owner: Card Payments. No business owner: Networking and Card Payments.');
  });

  test('rows without a name of their own are said', () => {
    expect(texts(sheet)).toContain('2 rows of Services left out: the name cannot be read, or stands in an earlier row.');
    expect(texts(sheet)).not.toContain('Somebody else');
  });

  test('what each owner answers for, names in any case together', () => {
    expect(valuesOf(sheet, rowOf(sheet, 'IT owner of') + 1)).toEqual(['Maya Fuentes', 2, '–', '–', 1, 'E-mail and Networking']);
    expect(valuesOf(sheet, rowOf(sheet, 'IT owner of') + 2)).toEqual(['Head of Retail', '–', 2, '–', '–', 'E-mail and Intranet']);
  });

  test('no service is one honest line', () => {
    expect(texts(servicesAndOwners(tiny()))).toContain('No service is recorded.');
  });
});

describe('customers and users', () => {
  test('the total adds up the business units of a customer', () => {
    const staff = (businessUnit: string, users: number) => customer({ service: 'Mail', customer: 'Staff', businessUnit, users });
    const sheet = customersAndUsers({ figures: figures(), records: records({ services: [service({ service: 'Mail' })], customers: [staff('A', 100), staff('B', 200), staff('b', 200), customer({ service: 'Mail', customer: 'Guests', users: 40 })] }) });
    // 100 + 200, unit B stands twice; with 40 guests 340.
    expect(texts(sheet)).toContain('340 users; the largest customer, Staff, has 300.');
  });

  const services = [service({ service: 'E-mail', type: 'End-user' }), service({ service: 'Cards' }), service({ service: 'Network', type: 'Infrastructure' }), service({ service: 'Fax', lifecycle: 'Retired' }), service({ service: 'Loans' })];
  const customers = [
    customer({ service: 'Cards', customer: 'Card holders', category: 'Customers', businessUnit: 'Retail', users: 310_000 }),
    customer({ service: 'e-mail', customer: 'Staff', users: 4200 }),
    customer({ service: 'Cards', customer: 'STAFF', users: 180 }),
    customer({ service: 'Cards', customer: '=HYPERLINK("http://x")', users: null, unreadable: ['users'] }),
    customer({ service: 'Fax', customer: 'Nobody', users: 9 }),
    customer({ service: 'Faks', customer: 'Somebody' }),
    customer({ service: 'Cards', customer: '#REF!', unreadable: ['customer'] }),
  ];
  const agreements = [agreementFigure('SLA Cards', { item: 'Cards', customer: 'card HOLDERS' }), agreementFigure('SLA E-mail', { item: 'E-mail' }), agreementFigure('OLA Cards', { item: 'Cards', type: 'OLA' })];
  const sheet = customersAndUsers({ figures: figures({ agreements }), records: records({ services, customers }) });

  test('customers of each service in the order of the services, with the SLAs that are theirs', () => {
    expect(valuesOf(sheet, rowOf(sheet, 'E-mail'))).toEqual(['E-mail', 'Staff', '–', '–', 4200, 'SLA E-mail']);
    const cards = rowOf(sheet, 'Cards');
    expect(cards).toBeGreaterThan(rowOf(sheet, 'E-mail'));
    expect(valuesOf(sheet, cards)).toEqual(['Cards', 'Card holders', 'Customers', 'Retail', 310_000, 'SLA Cards']);
    expect(valuesOf(sheet, cards + 1)).toEqual(['Cards', 'STAFF', '–', '–', 180, 'no SLA']);
  });

  test('text that looks like a formula stays text, and numbers that cannot be read are not called missing', () => {
    expect(cellAt(sheet, rowOf(sheet, 'Cards') + 2, 2)).toMatchObject({ value: '=HYPERLINK("http://x")' });
    expect(cellAt(sheet, rowOf(sheet, 'Cards') + 2, 2)?.formula).toBeUndefined();
    expect(cellAt(sheet, rowOf(sheet, 'Cards') + 2, 5)?.value).toBe('unreadable');
  });

  test('unknown services, retired ones, services without customers and rows left out are said', () => {
    expect(rowOf(sheet, 'Faks (not in Services)')).toBeLessThan(rowOf(sheet, 'Fax (retired)'));
    expect(texts(sheet)).toContain('No customer recorded: Loans');
    expect(texts(sheet)).toContain('1 row of Customers left out: service or customer cannot be read.');
  });

  test('each customer counts once, with the largest number', () => {
    // Without the retired service: Staff, Card holders, the odd name and Somebody; uses without an SLA: STAFF and the odd name of Cards, Somebody.
    expect(texts(sheet)).toContain('4 customers use 3 services; 3 of 5 uses stand without an SLA.');
    // 310,000 + 4,200; the odd name and Somebody have no number.
    expect(texts(sheet)).toContain('314,200 users; the largest customer, Card holders, has 310,000. No number of users is recorded for two customers.');
  });

  test('no customer is one honest line', () => {
    expect(texts(customersAndUsers(tiny()))).toContain('No customer is recorded.');
    expect(texts(customersAndUsers(typical()))).toContain('2 customers use 1 service; 2 of 2 uses stand without an SLA.');
  });
});
