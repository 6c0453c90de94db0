import { canShowPane } from '../excel/capabilities';

/** Opens the pane; nothing happens where it is open already, or where Excel cannot. */
export async function showPane(): Promise<void> {
  if (canShowPane()) await Office.addin.showAsTaskpane();
}
