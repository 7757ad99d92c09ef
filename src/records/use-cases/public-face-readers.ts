import type { Duty } from '../../kernel/actor.js';

/** Who may look at what the town is about to publish; promotion staff alone write it. */
export const PUBLIC_FACE_READERS: readonly Duty[] = ['promotion', 'approve', 'administer', 'audit'];
