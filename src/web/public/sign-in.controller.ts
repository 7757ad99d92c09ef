import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { SignIn, SignOut } from '../../identity/index.js';
import type { Actor } from '../../kernel/actor.js';
import {
  attempt,
  Desk,
  DESK_LABEL,
  homeUrl,
  mayEnter,
  page,
  readForm,
  redirect,
  returnPath,
  Sender,
  Viewer,
  type DeskName,
  type PageContent,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { ViewerResolver } from '../shared/viewer-resolver.js';
import { SignInDto } from './sign-in.dto.js';
import { SignInPage } from './sign-in.page.js';

/** ログイン and ログアウト. */
@Controller(':town')
@Desk('public')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly viewers: ViewerResolver,
  ) {}

  @Get('sign-in')
  show(@Viewer() viewer: Viewer, @Query('return') back: unknown): PageResult | RedirectResult {
    if (viewer.signedIn) return redirect(onwards(viewer, viewer.actor, back));
    return page(viewer, content(viewer, { signInName: '', back: returnPath(back, viewer.town.slug, '') }));
  }

  @Post('sign-in')
  async enter(
    @Viewer() viewer: Viewer,
    @Body() body: unknown,
    @Req() request: Request,
    @Sender() address: string,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { signInName, password } = readForm(SignInDto, body);
      const from = { userAgent: request.get('User-Agent') ?? '', address };
      return this.signIn.execute(viewer.town, { signInName, password, ...from });
    });
    const typed = (body ?? {}) as { signInName?: unknown; return?: unknown };
    if (outcome.ok) {
      const { actor, token, expiresAt } = outcome.value;
      return redirect(onwards(viewer, actor, typed.return), { signIn: { token, expiresAt } });
    }
    const signInName = typeof typed.signInName === 'string' ? typed.signInName : '';
    const shown = content(viewer, { signInName, back: returnPath(typed.return, viewer.town.slug, '') });
    return page(viewer, { ...shown, errors: outcome.error });
  }

  @Post('sign-out')
  async leave(@Viewer() viewer: Viewer, @Req() request: Request): Promise<RedirectResult> {
    const token = this.viewers.cookies.sessionToken(request, viewer.town.slug);
    if (token) await this.signOut.execute(viewer.town, token);
    return redirect(viewer.url('sign-in'), { signOut: true, notice: 'ログアウトしました。' });
  }
}

const content = (viewer: Viewer, form: { signInName: string; back: string }): PageContent => ({
  title: 'ログイン',
  lead: `${viewer.town.name}の地域づくり補助金の窓口に入ります。`,
  body: SignInPage({ viewer, ...form }),
});

/** Back to the page that asked to sign in, unless this person does not belong there: then to their own desk. */
function onwards(viewer: Viewer, actor: Actor, back: unknown): string {
  const home = homeUrl({ ...viewer, actor });
  const wanted = returnPath(back, viewer.town.slug, home);
  const desk = wanted.split(/[/?]/)[2] ?? '';
  return desk in DESK_LABEL && !mayEnter(desk as DeskName, actor) ? home : wanted;
}
