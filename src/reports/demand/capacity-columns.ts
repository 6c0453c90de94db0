/** Columns of the sheet of capacities and licences. */
export const COLUMNS = [9, 105, 114, 57, 57, 57, 75, 57, 57, 57, 57, 57, 57, 60, 66];
export const C = { state: 1, item: 2, part: 3, used: 4, capacity: 5, utilisation: 6, threshold: 7, headroom: 8, thresholdPoint: 9, thresholdUpper: 10, capacityPoint: 11, capacityUpper: 12, leadTime: 13, orderBy: 14 } as const;
/** Of a licence: its service stands where a capacity has its use. */
export const L = { state: C.state, product: C.item, service: C.part, purchased: 5, assigned: 6, active: 7, short: 8, unassigned: 9, spare: 10, each: 11, costOfShort: 12, costOfUnassigned: 13, costOfSpare: 14 } as const;
export const LAST = C.orderBy;
