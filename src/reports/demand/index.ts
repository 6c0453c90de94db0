/** The demand sheets: what is used, what there is of it, what is asked for, what follows from that. */
import type { DemandFigures } from '../../domain/demand/figures';
import type { Work } from '../../domain/work';
import type { ReportInput } from '../input';
import type { SheetModel } from '../sheet';
import { capacityWork } from './capacity';
import { demandWork } from './demand';
import { recommendationsWork } from './recommendations';
import { requestsWork } from './requests';

type DemandSheet = (input: ReportInput, demand: DemandFigures) => Work<SheetModel>;

/** A sheet for the report: none where demand was not worked out nor, unless it is asked for by its kind, where it has nothing to show. */
function shown(sheet: DemandSheet, has: (demand: DemandFigures) => boolean) {
  return (input: ReportInput, named: boolean): Work<SheetModel> | null => {
    const { demand } = input.figures;
    return demand === null || (!named && !has(demand)) ? null : sheet(input, demand);
  };
}

/** By kind, in the order in which they stand. */
export const DEMAND_SHEETS = {
  demand: shown(demandWork, ({ usage, withoutUsage }) => usage.length > 0 || withoutUsage.length > 0),
  capacity: shown(capacityWork, ({ capacity, licences }) => capacity.length > 0 || licences.length > 0),
  requests: shown(requestsWork, ({ requests: { byStatus, backlog } }) => byStatus.length > 0 || backlog.length > 0),
  recommendations: shown(recommendationsWork, ({ recommendations }) => recommendations.length > 0),
};
