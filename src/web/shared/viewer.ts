import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../kernel/actor.js';
import type { Municipality, Section } from '../../municipalities/index.js';
import type { DeskName } from './desks.js';

/** Who looks at which desk of which town, and the addresses of that town. */
export interface Viewer {
  readonly town: Municipality;
  /** Whom to ask: the section that handles grants; null while the town has none. */
  readonly contact: Section | null;
  readonly actor: Actor;
  readonly desk: DeskName;
  readonly signedIn: boolean;
  /** The session in use, for the list of sessions; null for the public. */
  readonly sessionId: string | null;
  /** Path and query of this request, e.g. to come back after signing in. */
  readonly path: string;
  readonly requestId: string;
  /** True when the autosave module asks: answer with `saved()` instead of a page. */
  readonly autosave: boolean;
  /** What the previous act left to say, shown once by the layout. */
  readonly notice: string | null;
  /** `url('staff/queue', { page: '2' })` → `/ogori/staff/queue?page=2`. */
  url(path: string, query?: Readonly<Record<string, string | undefined>>): string;
}

export const DESK = 'web:desk';

/** Opens a controller to one desk or several: signed in and entitled, or redirected to sign in, or 404. */
export const Desk = (...desks: readonly [DeskName, ...DeskName[]]): ClassDecorator & MethodDecorator =>
  SetMetadata(DESK, desks);

/** Marks requests whose viewer the guard has found. */
export interface ViewedRequest extends Request {
  viewer?: Viewer;
}

/** The viewer that the desk's guard has let in. */
export const Viewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<ViewedRequest>();
  if (!viewer) throw new Error('@Viewer() needs @Desk() on the controller');
  return viewer;
});
