import { Body, Controller, Get, Post } from '@nestjs/common';
import { AbolishPost } from '../../approvals/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EditPost, ViewStaff } from '../../staff/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { AbolitionDto, PostRulesDto } from './staff.dto.js';
import { Typed } from './typed.js';
import { PostPage } from './staff-post.page.js';

type Answer = Promise<PageResult | RedirectResult>;

/** One post: its rules for vacancy and 代決, and its abolition with the routes that need it. */
@Controller(':town/admin/staff/posts/:postId')
@Desk('admin')
export class StaffPostController {
  constructor(
    private readonly viewStaff: ViewStaff,
    private readonly editPost: EditPost,
    private readonly abolishPost: AbolishPost,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('postId') postId: string): Promise<PageResult> {
    return this.postPage(viewer, postId, {});
  }

  @Post()
  async edit(@Viewer() viewer: Viewer, @Id('postId') postId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { deputyPostId, ...rules } = readForm(PostRulesDto, body);
      return this.editPost.execute(viewer.actor, { id: postId, ...rules, deputyPostId: deputyPostId || null });
    });
    if (!outcome.ok) return this.postPage(viewer, postId, body, outcome.error);
    return redirect(viewer.url(`admin/staff/posts/${postId}`), { notice: '職の決まりを保存しました。' });
  }

  @Post('abolition')
  async abolish(@Viewer() viewer: Viewer, @Id('postId') postId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { toPostId, reason, ...days } = readForm(AbolitionDto, body);
      const typed = new Typed();
      const on = typed.requiredDay('on', days.on, 'staff.abolition-day-missing');
      typed.done();
      return this.abolishPost.execute(viewer.actor, { postId, toPostId: toPostId || null, on, reason });
    });
    if (!outcome.ok) return this.postPage(viewer, postId, body, outcome.error);
    const { mapped } = outcome.value;
    if (mapped === null) {
      return redirect(viewer.url(`admin/staff/posts/${postId}`), {
        notice: '廃止を予定しました。その日の朝に、回っている起案を引き継ぐ職に振り替えます。',
      });
    }
    const notice = `職を廃止しました。回っている起案${String(mapped)}件を引き継ぐ職に振り替えました。`;
    return redirect(viewer.url('admin/staff/posts'), { notice });
  }

  @Post('abolition/cancellation')
  async cancel(@Viewer() viewer: Viewer, @Id('postId') postId: string): Answer {
    const outcome = await attempt(() => this.abolishPost.cancel(viewer.actor, postId));
    if (!outcome.ok) return this.postPage(viewer, postId, {}, outcome.error);
    return redirect(viewer.url(`admin/staff/posts/${postId}`), { notice: '廃止の予定を取りやめました。' });
  }

  private async postPage(viewer: Viewer, postId: string, typed: unknown, error?: DomainError): Promise<PageResult> {
    const staff = await this.viewStaff.execute(viewer.actor);
    const post = staff.posts.find(({ id }) => id === postId);
    if (!post) throw DomainError.notFound();
    const { drafts: touched, planned } = await this.abolishPost.touched(viewer.actor, postId);
    const mayEdit = hasDuty(viewer.actor, 'administer');
    return page(viewer, {
      title: post.name,
      breadcrumb: [{ label: '職', href: viewer.url('admin/staff/posts') }, { label: post.name }],
      ...(error && { errors: error }),
      body: PostPage({ viewer, staff, post, touched, planned, mayEdit, typed: (field) => typedText(typed, field) }),
    });
  }
}
