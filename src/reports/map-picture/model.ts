/** What a picture of the map shows, before anything has a place. */
import type { AgreementType } from '../../domain/agreements/records';
import type { TargetStatus } from '../../domain/figures';
import type { Section } from '../../domain/servicemap/records';

/** A box of the picture; `Unknown`: names that stand on neither `Services` nor `Components`. */
export type PictureSection = 'Customers' | 'Service' | Section | 'Unknown';

/** From top to bottom. */
export const SECTIONS: readonly PictureSection[] = ['Customers', 'Service', 'Hardware', 'Applications', 'Settings', 'Internal service', 'External service', 'Unknown'];

export interface PictureNode {
  /** Unique among nodes. */
  readonly key: string;
  readonly name: string;
  readonly section: PictureSection;
  /** It is a row of `Services`. */
  readonly isService: boolean;
  /** Under the name: its owner, supplier or users; '' for nothing. */
  readonly detail: string;
  /** The detail says that an owner is missing. */
  readonly lacksOwner: boolean;
  /** Of a service that the picture is about. */
  readonly subject: { readonly status: TargetStatus | null; readonly actual: string | null } | null;
  /** It is what cost the service most this month, in minutes counted, or was down alongside; null: neither. */
  readonly culprit: { readonly label: string; readonly isAlongside: boolean } | null;
}

/** An agreement as an edge shows it. */
export interface EdgeAgreement {
  readonly name: string;
  readonly type: AgreementType;
  /** @example 'OLA 99.9%', 'UC 60 min', 'OLA' */
  readonly text: string;
  /** Its figure is the longest time to restore. */
  readonly isTime: boolean;
}

/** Members of which some must be up. */
export interface PictureGroup {
  /** Unique among groups. */
  readonly key: string;
  readonly name: string;
  /** @example '1 of 2' */
  readonly text: string;
}

/** `from` needs, or uses, `to`. */
export interface PictureLink {
  readonly from: string;
  readonly to: string;
  readonly group: PictureGroup | null;
  /** What covers it. */
  readonly agreement: EdgeAgreement | null;
}

export interface PictureGraph {
  readonly nodes: readonly PictureNode[];
  readonly links: readonly PictureLink[];
  /** What found no room. */
  readonly leftOut: { readonly things: number; readonly customers: number };
}
