/** Whoever works on proposals in the town hall, or decides and audits what became of them. */
export const READERS = ['promotion', 'approve', 'administer', 'audit'] as const;
