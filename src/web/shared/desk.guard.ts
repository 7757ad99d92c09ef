import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../../kernel/domain-error.js';
import { mayEnter, type DeskName } from './desks.js';
import { DESK, type ViewedRequest } from './viewer.js';
import { ViewerResolver } from './viewer-resolver.js';

/** Lets in who belongs to a desk that `@Desk` names, as a viewer at that desk; a desk that is not yours does not exist for you. */
@Injectable()
export class DeskGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: ViewerResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const desks = this.reflector.getAllAndOverride<readonly [DeskName, ...DeskName[]] | undefined>(DESK, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!desks) return true;
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const viewer = await this.viewers.find(request, desks[0]);
    if (!viewer) throw DomainError.notFound();
    const own = desks.find((desk) => mayEnter(desk, viewer.actor));
    request.viewer = own ? { ...viewer, desk: own } : viewer;
    if (own) return true;
    throw viewer.signedIn ? DomainError.notFound() : new DomainError('common.unauthenticated', 'unauthenticated');
  }
}
