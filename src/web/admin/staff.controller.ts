import { Body, Controller, Get, Post } from '@nestjs/common';
import { AbolishPost } from '../../approvals/index.js';
import { ViewProof } from '../../closing/index.js';
import { AppConfig } from '../../config/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  AddStaffMember,
  AssignPost,
  ChangeStaffMail,
  EndHolding,
  InviteStaff,
  RecordDeparture,
  ViewStaff,
  type MemberView,
  type StaffView,
} from '../../staff/index.js';
import {
  attempt,
  CodeSheet,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Crumb,
  type PageContent,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { underBooksAlarm } from '../shared/books-alarm.js';
import { AssignmentDto, DepartureDto, EndDto, MailDto, MemberDto } from './staff.dto.js';
import { EndHoldingPage } from './staff-end-holding.page.js';
import { MemberPage, NewMemberPage, StaffListPage } from './staff.page.js';
import { Typed } from './typed.js';

type Typing = Readonly<Record<string, unknown>>;

/** 職員: people, the posts they hold, and the printed codes for their accounts. */
@Controller(':town/admin/staff')
@Desk('admin')
export class StaffController {
  constructor(
    private readonly viewStaff: ViewStaff,
    private readonly addMember: AddStaffMember,
    private readonly assignPost: AssignPost,
    private readonly endHolding: EndHolding,
    private readonly abolishPost: AbolishPost,
    private readonly recordDeparture: RecordDeparture,
    private readonly inviteStaff: InviteStaff,
    private readonly changeMail: ChangeStaffMail,
    private readonly config: AppConfig,
    private readonly proofs: ViewProof,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const staff = await this.viewStaff.execute(viewer.actor);
    const alarm = await this.proofs.alarm(viewer.actor);
    return page(viewer, {
      title: '職員',
      wide: true,
      body: underBooksAlarm(viewer, alarm, StaffListPage({ viewer, staff, mayEdit: mayEdit(viewer) })),
    });
  }

  @Get('new')
  showNew(@Viewer() viewer: Viewer): PageResult {
    return page(viewer, newContent(viewer, {}));
  }

  @Post('new')
  async add(@Viewer() viewer: Viewer, @Body() body: Typing): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.addMember.execute(viewer.actor, readForm(MemberDto, body)));
    if (!outcome.ok) return page(viewer, { ...newContent(viewer, body), errors: outcome.error });
    return redirect(viewer.url(`admin/staff/${outcome.value.staffId}`), {
      notice: '職員を加えました。続けて職を割り当ててください。',
    });
  }

  @Get('holdings/:holdingId/end')
  async showEnd(@Viewer() viewer: Viewer, @Id('holdingId') holdingId: string): Promise<PageResult> {
    return page(viewer, await this.endContent(viewer, await this.viewStaff.execute(viewer.actor), holdingId, ''));
  }

  @Post('holdings/:holdingId/end')
  async end(
    @Viewer() viewer: Viewer,
    @Id('holdingId') holdingId: string,
    @Body() body: Typing,
  ): Promise<PageResult | RedirectResult> {
    const staff = await this.viewStaff.execute(viewer.actor);
    const outcome = await attempt(() => {
      const typed = new Typed();
      const untilOn = typed.requiredDay('untilOn', readForm(EndDto, body).untilOn, 'staff.holding-until-missing');
      typed.done();
      return this.endHolding.execute(viewer.actor, { holdingId, untilOn });
    });
    if (!outcome.ok) {
      return page(viewer, {
        ...(await this.endContent(viewer, staff, holdingId, text(body, 'untilOn'))),
        errors: outcome.error,
      });
    }
    const { staffId } = found(staff.holdings, holdingId);
    return redirect(viewer.url(`admin/staff/${staffId}`), { notice: '終わりの日を記録しました。' });
  }

  @Get(':staffId')
  async show(@Viewer() viewer: Viewer, @Id('staffId') staffId: string): Promise<PageResult> {
    return page(viewer, memberContent(viewer, await this.viewStaff.execute(viewer.actor), staffId, {}));
  }

  @Post(':staffId/holdings')
  async assign(
    @Viewer() viewer: Viewer,
    @Id('staffId') staffId: string,
    @Body() body: Typing,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { postId, kind, ...days } = readForm(AssignmentDto, body);
      const typed = new Typed();
      const fromOn = typed.requiredDay('fromOn', days.fromOn, 'staff.holding-from-missing');
      const untilOn = typed.day('untilOn', days.untilOn);
      typed.done();
      return this.assignPost.execute(viewer.actor, { staffId, postId, kind, fromOn, untilOn });
    });
    if (outcome.ok) return redirect(viewer.url(`admin/staff/${staffId}`), { notice: '職を割り当てました。' });
    return page(viewer, {
      ...memberContent(viewer, await this.viewStaff.execute(viewer.actor), staffId, body),
      errors: outcome.error,
    });
  }

  @Post(':staffId/departure')
  async leave(
    @Viewer() viewer: Viewer,
    @Id('staffId') staffId: string,
    @Body() body: Typing,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(DepartureDto, body);
      const typed = new Typed();
      const leftOn = typed.day('leftOn', form.leftOn);
      typed.done();
      return this.recordDeparture.execute(viewer.actor, { staffId, leftOn, version: form.version });
    });
    if (outcome.ok) return redirect(viewer.url(`admin/staff/${staffId}`), { notice: '在職の最後の日を記録しました。' });
    return page(viewer, {
      ...memberContent(viewer, await this.viewStaff.execute(viewer.actor), staffId, body),
      errors: outcome.error,
    });
  }

  @Post(':staffId/mail')
  async saveMail(
    @Viewer() viewer: Viewer,
    @Id('staffId') staffId: string,
    @Body() body: Typing,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.changeMail.execute(viewer.actor, { staffId, ...readForm(MailDto, body) }));
    if (outcome.ok) return redirect(viewer.url(`admin/staff/${staffId}`), { notice: 'メールアドレスを保存しました。' });
    return page(viewer, {
      ...memberContent(viewer, await this.viewStaff.execute(viewer.actor), staffId, body),
      errors: outcome.error,
    });
  }

  /** Answers with the sheet itself: the code is kept nowhere, so no other page could show it. */
  @Post(':staffId/code')
  async issueCode(@Viewer() viewer: Viewer, @Id('staffId') staffId: string): Promise<PageResult> {
    const code = await this.inviteStaff.execute(viewer.actor, { staffId });
    const title = code.purpose === 'invitation' ? '利用開始のお知らせ' : 'パスワード再設定のお知らせ';
    const breadcrumb = [
      ...STAFF(viewer),
      { label: code.name, href: viewer.url(`admin/staff/${staffId}`) },
      { label: title },
    ];
    return page(viewer, {
      title,
      breadcrumb,
      body: CodeSheet({ viewer, origin: this.config.publicUrl.origin, ...code }),
    });
  }

  private async endContent(viewer: Viewer, staff: StaffView, holdingId: string, untilOn: string): Promise<PageContent> {
    const holding = found(staff.holdings, holdingId);
    const member = found(staff.members, holding.staffId);
    const post = found(staff.posts, holding.postId);
    const { drafts: touched } = await this.abolishPost.touched(viewer.actor, post.id);
    return {
      title: `${post.name}の終わりの日`,
      breadcrumb: [
        ...STAFF(viewer),
        { label: member.name, href: viewer.url(`admin/staff/${member.id}`) },
        { label: post.name },
      ],
      body: EndHoldingPage({
        ...{ viewer, holding, member, staff, post, touched },
        untilOn: untilOn || (holding.untilOn ?? ''),
      }),
    };
  }
}

const STAFF = (viewer: Viewer): Crumb[] => [{ label: '職員', href: viewer.url('admin/staff') }];

const mayEdit = (viewer: Viewer): boolean => hasDuty(viewer.actor, 'administer');

const newContent = (viewer: Viewer, typed: Typing): PageContent => ({
  title: '職員を加える',
  breadcrumb: [...STAFF(viewer), { label: '職員を加える' }],
  body: NewMemberPage({ viewer, name: text(typed, 'name'), kana: text(typed, 'kana') }),
});

function memberContent(viewer: Viewer, staff: StaffView, staffId: string, typed: Typing): PageContent {
  const member: MemberView = found(staff.members, staffId);
  return {
    title: member.name,
    breadcrumb: [...STAFF(viewer), { label: member.name }],
    body: MemberPage({ viewer, staff, member, mayEdit: mayEdit(viewer), typed: (field) => text(typed, field) }),
  };
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const one = list.find((each) => each.id === id);
  if (!one) throw DomainError.notFound();
  return one;
}

const text = (typed: Typing, field: string): string => (typeof typed[field] === 'string' ? typed[field] : '');
