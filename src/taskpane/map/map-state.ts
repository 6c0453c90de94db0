/** What the reader of the map looks at; kept while another view is open. */
export interface MapState {
  /** The service whose map is shown, '' for everything together; null: none was chosen yet. */
  readonly service: string | null;
  /** The thing that is opened beneath the picture. */
  readonly opened: string | null;
  /** Names that are taken to be out. */
  readonly out: readonly string[];
}

export const MAP_AT_FIRST: MapState = { service: null, opened: null, out: [] };
