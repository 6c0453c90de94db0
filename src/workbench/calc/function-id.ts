/** `SLM.DOWNTIME` in a formula → `DOWNTIME`, as the add-in's runtime knows it. */
export const functionId = (name: string): string => name.replace(/^SLM\./i, '').toUpperCase();
