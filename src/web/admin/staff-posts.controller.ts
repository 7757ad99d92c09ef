import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import { CreatePost, ViewStaff, type StaffView } from '../../staff/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageContent,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { PostDto } from './staff.dto.js';
import { NewPostPage, PostListPage } from './staff-posts.page.js';

/** 職: what routes name, and who holds each today. */
@Controller(':town/admin/staff/posts')
@Desk('admin')
export class StaffPostsController {
  constructor(
    private readonly viewStaff: ViewStaff,
    private readonly createPost: CreatePost,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const staff = await this.viewStaff.execute(viewer.actor);
    const mayEdit = hasDuty(viewer.actor, 'administer');
    return page(viewer, { title: '職', wide: true, body: PostListPage({ viewer, staff, mayEdit }) });
  }

  @Get('new')
  async showNew(@Viewer() viewer: Viewer): Promise<PageResult> {
    return page(viewer, newContent(viewer, await this.viewStaff.execute(viewer.actor), {}));
  }

  @Post('new')
  async create(
    @Viewer() viewer: Viewer,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.createPost.execute(viewer.actor, readForm(PostDto, body)));
    if (outcome.ok) return redirect(viewer.url('admin/staff/posts'), { notice: '職を加えました。' });
    return page(viewer, {
      ...newContent(viewer, await this.viewStaff.execute(viewer.actor), body),
      errors: outcome.error,
    });
  }
}

const newContent = (viewer: Viewer, staff: StaffView, typed: Readonly<Record<string, unknown>>): PageContent => ({
  title: '職を加える',
  breadcrumb: [{ label: '職', href: viewer.url('admin/staff/posts') }, { label: '職を加える' }],
  body: NewPostPage({ viewer, staff, typed }),
});
