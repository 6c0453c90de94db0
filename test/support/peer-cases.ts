import { sharedData } from './shared-data';

/** A case transcribed from another system's tests or documents. Every kind has its own input and expectation. */
export interface PeerCase {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Kinds of cases, by the test that runs all cases of them; `later` are of what is not computed yet. */
export const PEER_KINDS = {
  time: ['working-time-between', 'working-time-add', 'business-days-add', 'open-periods', 'dst-resolution', 'sla-deadline', 'sla-elapsed', 'paused-clock', 'overlap'],
  availability: ['availability'],
  figures: ['check-ratio', 'rounding', 'state-times', 'error-budget', 'burn-rate', 'downtime-allowance'],
  later: ['dependency-operator', 'forecast'],
} as const;

/** All cases; null where this machine does not have them. */
export function peerCases(): readonly PeerCase[] | null {
  const text = sharedData('peer-cases.json');
  return text === null ? null : (JSON.parse(text) as PeerCase[]);
}
