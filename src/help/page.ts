/** The help page; the build calls the default export with what `functions.json` holds. */
import type { FunctionsMetadata } from './function-help';
import { renderHelp } from './render';
import { HELP_SECTIONS } from './sections';

export default function helpPage({ metadata }: { readonly metadata: FunctionsMetadata }): string {
  return renderHelp('Plumbline help', HELP_SECTIONS.map((section) => (typeof section === 'function' ? section(metadata) : section)));
}
