import type { TableContent } from '../tables/model';
import { tableOf } from './table-of';

type Parties = Readonly<Record<'R' | 'A' | 'C' | 'I', readonly string[]>>;

/** Document Archive has nobody who answers for it yet: its agreement is still a draft. */
const PARTIES: Readonly<Record<string, Parties>> = {
  'Desktop Computing': { R: ['Kim Abercrombie', 'Service Desk'], A: ['Neil Orint'], C: ['Josh Edwards', 'Contoso'], I: ['Sara Davis'] },
  'E-mail': { R: ['Maya Fuentes'], A: ['Maya Fuentes'], C: ['Litware'], I: ['Service Desk', 'Sara Davis'] },
  'Document Archive': { R: ['Lena Brandt'], A: [], C: ['Kim Abercrombie'], I: ['Service Desk'] },
  'Card Payments': { R: ['Arif Demir', 'Litware'], A: ['Arif Demir'], C: ['Josh Edwards'], I: ['Service Desk', 'Ken Kwok'] },
  'Branch Teller': { R: ['Arif Demir', 'Fabrikam'], A: ['Maya Fuentes'], C: ['Kim Abercrombie'], I: ['Service Desk', 'Ken Kwok'] },
  'Online Banking': { R: ['Lena Brandt'], A: ['Lena Brandt'], C: ['Josh Edwards', 'A. Datum'], I: ['Service Desk', 'Ken Kwok'] },
  'ATM Network': { R: ['Arif Demir', 'Wingtip'], A: ['Arif Demir'], C: ['Northwind'], I: ['Service Desk'] },
  'Loan Origination': { R: ['Lena Brandt', 'Proseware'], A: ['Lena Brandt'], C: ['Arif Demir'], I: ['Service Desk'] },
  'Treasury Settlement': { R: ['Arif Demir'], A: ['Arif Demir'], C: ['Tailspin'], I: ['Ken Kwok'] },
  'Contact Center': { R: ['Neil Orint', 'Tailspin'], A: ['Neil Orint'], C: ['Maya Fuentes'], I: ['Service Desk'] },
  'Fax Gateway': { R: ['Maya Fuentes'], A: ['Maya Fuentes'], C: [], I: ['Service Desk'] },
  'Core Banking': { R: ['Arif Demir'], A: ['Arif Demir'], C: ['Kim Abercrombie'], I: ['Lena Brandt', 'Service Desk'] },
  'Desktop Hardware': { R: ['Kim Abercrombie', 'Contoso'], A: ['Kim Abercrombie'], C: [], I: ['Neil Orint', 'Service Desk'] },
  Messaging: { R: ['Maya Fuentes'], A: ['Maya Fuentes'], C: ['Litware'], I: ['Service Desk'] },
  Directory: { R: ['Neil Orint'], A: ['Neil Orint'], C: ['Josh Edwards'], I: ['Service Desk'] },
  'LOB Applications': { R: ['Arif Demir', 'Fabrikam'], A: ['Arif Demir'], C: ['Lena Brandt'], I: ['Service Desk'] },
  Networking: { R: ['Maya Fuentes', 'A. Datum', 'Northwind'], A: ['Maya Fuentes'], C: ['Josh Edwards'], I: ['Neil Orint', 'Service Desk'] },
  'Server Hosting': { R: ['Kim Abercrombie'], A: ['Kim Abercrombie'], C: ['Contoso'], I: ['Arif Demir', 'Service Desk'] },
};

/** Who does, answers for, is asked about and is told of each service. */
export function responsibilities(): TableContent {
  return tableOf(
    'Responsibilities',
    Object.entries(PARTIES).flatMap(([service, roles]) => Object.entries(roles).flatMap(([role, parties]) => parties.map((party) => ({ Service: service, Party: party, Role: role })))),
  );
}
