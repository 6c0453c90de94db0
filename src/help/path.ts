/** The help page, beside the pane's page at the add-in's address. `#DOWNTIME` after it leads to a function, `#definitions` to a section. */
export const HELP_PAGE = 'help.html';
