import type { TableContent } from '../tables/model';
import { tableOf } from './table-of';

const PHRASES: Readonly<Record<string, readonly string[]>> = {
  'Desktop Computing': ['my computer does not start', 'laptop is slow', 'cannot print', 'printer is jammed', 'screen stays black', 'Word or Excel does not open', 'new employee needs a computer'],
  'E-mail': ['mail does not arrive', 'Outlook is slow', 'mailbox is full', 'calendar is not shown', 'cannot send an attachment'],
  'Document Archive': ['contract cannot be found', 'scanned document is missing', 'archive does not open'],
  'Card Payments': ['card is refused', 'payment terminal shows an error', 'customer charged twice'],
  'Branch Teller': ['teller screen is frozen', 'cannot cash a cheque', 'counter is down'],
  'Online Banking': ['customer cannot sign in', 'transfer does not go through', 'app shows no accounts', 'confirmation code does not come'],
  'ATM Network': ['cash machine is out of order', 'machine kept the card', 'no cash at the machine'],
  'Loan Origination': ['loan application is stuck', 'credit check does not answer'],
  'Treasury Settlement': ['settlement file is rejected', 'wire to the Federal Reserve is late'],
  'Contact Center': ['callers wait too long', 'calls are cut off', 'headset has no sound'],
  Directory: ['password is forgotten', 'account is locked', 'cannot log on'],
  Networking: ['no internet', 'wireless does not connect', 'network drive is gone', 'remote access fails'],
};

/** How people at the bank describe what does not work, and the service that answers it. */
export function glossary(): TableContent {
  return tableOf(
    'Glossary',
    Object.entries(PHRASES).flatMap(([service, phrases]) => phrases.map((phrase) => ({ Phrase: phrase, Service: service }))),
  );
}
