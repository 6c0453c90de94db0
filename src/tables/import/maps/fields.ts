/** Columns and words that answers about a map may name: those of every form, and what is asked beside them. */
import { LIST_FIELDS } from './list';
import { RELATIONSHIP_FIELDS } from './relationships';

export const MAP_FIELDS: readonly { readonly field: string; readonly column: string }[] = [...LIST_FIELDS, ...RELATIONSHIP_FIELDS, { field: 'lookups', column: 'Lookups' }];
