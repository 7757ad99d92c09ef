import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';
import type { Clock } from '../../platform/clock/index.js';

const TICKET_MINUTES = 30;

export interface Ticket {
  readonly kind: string;
  readonly code: string | null;
  /** How long it holds; half an hour unless given, as the device may be another's. */
  readonly minutes?: number;
}

/** How this installation's cookies are set: `__Host-` and Secure only where PUBLIC_URL is https, so that a plain LAN address still signs in. */
export class Cookies {
  private readonly secure: boolean;

  constructor(
    publicUrl: URL,
    private readonly clock: Clock,
  ) {
    this.secure = publicUrl.protocol === 'https:';
  }

  /** A session belongs to one town, so each town has its own cookie. */
  sessionToken(request: Request, townSlug: string): string | null {
    return this.read(request, `session-${townSlug}`);
  }

  startSession(response: Response, townSlug: string, session: { token: string; expiresAt: Date }): void {
    this.write(
      response,
      `session-${townSlug}`,
      session.token,
      session.expiresAt.getTime() - this.clock.now().getTime(),
    );
  }

  endSession(response: Response, townSlug: string): void {
    this.write(response, `session-${townSlug}`, '', 0);
  }

  /** The code with which somebody without an account looks at what they sent, e.g. of kind `letter`. */
  ticket(request: Request, townSlug: string, kind: string): string | null {
    return this.read(request, `${kind}-${townSlug}`);
  }

  /** Null forgets it at once. */
  keepTicket(response: Response, townSlug: string, { kind, code, minutes = TICKET_MINUTES }: Ticket): void {
    this.write(response, `${kind}-${townSlug}`, code ?? '', code === null ? 0 : minutes * 60_000);
  }

  notice(request: Request): string | null {
    return this.read(request, 'notice');
  }

  /** Only this site can set it (HttpOnly, `__Host-`), it is shown as text and lives a minute: no signature needed. */
  leaveNotice(response: Response, notice: string): void {
    this.write(response, 'notice', notice.slice(0, 300), 60_000);
  }

  clearNotice(response: Response): void {
    this.write(response, 'notice', '', 0);
  }

  private read(request: Request, name: string): string | null {
    return parseCookie(request.headers.cookie ?? '')[this.nameOf(name)] ?? null;
  }

  private write(response: Response, name: string, value: string, lifeMs: number): void {
    response.cookie(this.nameOf(name), value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: this.secure,
      // A length of time, because the browser's clock need not agree with ours.
      maxAge: lifeMs,
    });
  }

  private nameOf(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }
}
