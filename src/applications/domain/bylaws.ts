/** The kind of the 規約, which the register holds and every application carries. */
export const BYLAWS = 'bylaws';
