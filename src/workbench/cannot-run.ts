/** Said to the user as it stands, and answered with exit code 2. */
export class CannotRun extends Error {}
