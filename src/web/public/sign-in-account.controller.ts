import { Body, Controller, Get, Post } from '@nestjs/common';
import { ChangePassword, EndSession, ListSessions } from '../../identity/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  attempt,
  Desk,
  homeDeskOf,
  homeUrl,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageContent,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { PasswordDto } from './sign-in.dto.js';
import { AccountPage, PasswordPage } from './sign-in-account.page.js';
import { differingPasswords } from './sign-in-typed.js';

/** 自分の利用者情報: where one is signed in, and the password. Open to everybody who is signed in, whatever the desk. */
@Controller(':town/account')
@Desk('public')
export class AccountController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly endSession: EndSession,
    private readonly changePassword: ChangePassword,
  ) {}

  @Get()
  async show(@Viewer() visitor: Viewer): Promise<PageResult> {
    const { viewer } = signedIn(visitor);
    const sessions = await this.listSessions.execute(viewer.actor);
    return page(viewer, {
      title: '利用者情報',
      breadcrumb: [{ label: 'ホーム', href: homeUrl(viewer) }, { label: '利用者情報' }],
      body: AccountPage({ viewer, sessions }),
    });
  }

  @Post('sessions/:sessionId/end')
  async end(@Viewer() visitor: Viewer, @Id('sessionId') sessionId: string): Promise<RedirectResult> {
    const { viewer } = signedIn(visitor);
    await this.endSession.execute(viewer.actor, { sessionId });
    return redirect(viewer.url('account'), { notice: 'その端末のログインを終わらせました。' });
  }

  @Get('password')
  showPassword(@Viewer() visitor: Viewer): PageResult {
    const { viewer } = signedIn(visitor);
    return page(viewer, passwordContent(viewer));
  }

  @Post('password')
  async change(@Viewer() visitor: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const { viewer, sessionId } = signedIn(visitor);
    const outcome = await attempt(() => {
      const typed = readForm(PasswordDto, body);
      const differs = differingPasswords(typed);
      if (differs.length > 0) throw DomainError.invalid(differs);
      const { currentPassword, password } = typed;
      return this.changePassword.execute(viewer.actor, { currentPassword, password, sessionId });
    });
    if (!outcome.ok) return page(viewer, { ...passwordContent(viewer), errors: outcome.error });
    return redirect(viewer.url('account'), { notice: 'パスワードを変えました。ほかの端末のログインは終わりました。' });
  }
}

const passwordContent = (viewer: Viewer): PageContent => ({
  title: 'パスワードの変更',
  breadcrumb: [{ label: '利用者情報', href: viewer.url('account') }, { label: 'パスワードの変更' }],
  body: PasswordPage({ viewer }),
});

/** The page stands at the person's own desk. */
function signedIn(viewer: Viewer): { viewer: Viewer; sessionId: string } {
  if (viewer.sessionId === null) throw new DomainError('common.unauthenticated', 'unauthenticated');
  return { viewer: { ...viewer, desk: homeDeskOf(viewer.actor) }, sessionId: viewer.sessionId };
}
