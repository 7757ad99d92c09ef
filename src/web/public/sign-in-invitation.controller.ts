import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { AcceptInvitation, LookUpInvitation, type InvitationView } from '../../identity/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  attempt,
  Desk,
  faultsOf,
  homeUrl,
  page,
  readForm,
  redirect,
  Viewer,
  type PageContent,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { AcceptanceDto, CodeDto } from './sign-in.dto.js';
import { CodePage, ChoicePage } from './sign-in-invitation.page.js';
import { differingPasswords, textOf } from './sign-in-typed.js';

/** 利用開始: a printed code, then a name and a password. The code travels in the form, never in an address. */
@Controller(':town/invitation')
@Desk('public')
export class InvitationController {
  constructor(
    private readonly lookUp: LookUpInvitation,
    private readonly accept: AcceptInvitation,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer): PageResult {
    return page(viewer, codeStep(viewer, ''));
  }

  @Post()
  async enterCode(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult> {
    const outcome = await attempt(() => this.lookUp.execute(viewer.town, readForm(CodeDto, body)));
    if (outcome.ok) return page(viewer, choiceStep(viewer, outcome.value, ''));
    return page(viewer, { ...codeStep(viewer, textOf(body, 'code')), errors: outcome.error });
  }

  @Post('acceptance')
  async choose(
    @Viewer() viewer: Viewer,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<PageResult | RedirectResult> {
    const typed = readForm(AcceptanceDto, body);
    const invitation = await attempt(() => this.lookUp.execute(viewer.town, typed));
    if (!invitation.ok) return page(viewer, { ...codeStep(viewer, typed.code), errors: invitation.error });

    const { code, signInName, password } = typed;
    const differs = differingPasswords(typed);
    const outcome = await attempt(() => {
      if (differs.length > 0) throw DomainError.invalid(differs);
      const userAgent = request.get('User-Agent') ?? '';
      return this.accept.execute(viewer.town, { code, signInName, password, userAgent });
    });
    if (!outcome.ok) {
      return page(viewer, { ...choiceStep(viewer, invitation.value, signInName), errors: faultsOf(outcome.error) });
    }
    const { actor, token, expiresAt } = outcome.value;
    const notice = invitation.value.purpose === 'reset' ? 'パスワードを変えました。' : '利用の登録が終わりました。';
    return redirect(homeUrl({ ...viewer, actor }), { signIn: { token, expiresAt }, notice });
  }
}

const codeStep = (viewer: Viewer, code: string): PageContent => ({
  title: '利用開始コードの入力',
  breadcrumb: [{ label: 'ログイン', href: viewer.url('sign-in') }, { label: '利用の開始' }],
  body: CodePage({ viewer, code }),
});

const choiceStep = (viewer: Viewer, invitation: InvitationView, signInName: string): PageContent => ({
  title: invitation.purpose === 'reset' ? '新しいパスワードの登録' : '利用者名とパスワードの登録',
  breadcrumb: [{ label: 'ログイン', href: viewer.url('sign-in') }, { label: '利用の開始' }],
  body: ChoicePage({ viewer, invitation, signInName }),
});
