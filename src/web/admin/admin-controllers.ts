import type { Type } from '@nestjs/common';
import { StaffPostsController } from './staff-posts.controller.js';
import { StaffPostController } from './staff-post.controller.js';
import { StaffTransfersController } from './staff-transfers.controller.js';
import { StaffDeclarationsController } from './staff-declarations.controller.js';
import { StaffController } from './staff.controller.js';
import { AuthorityController } from './authority.controller.js';
import { AuditController } from './audit.controller.js';
import { JobsController } from './jobs.controller.js';

/** Posts, staff, 専決区分, the trail and the jobs; the first path that matches answers. */
export const ADMIN_CONTROLLERS: readonly Type[] = [
  StaffPostsController,
  StaffPostController,
  StaffTransfersController,
  StaffDeclarationsController,
  StaffController,
  AuthorityController,
  AuditController,
  JobsController,
];
