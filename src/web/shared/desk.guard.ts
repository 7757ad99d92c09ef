import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../../kernel/domain-error.js';
import { mayEnter, type DeskName } from './desks.js';
import { DESK, type ViewedRequest } from './viewer.js';
import { ViewerResolver } from './viewer-resolver.js';

/** Lets in who belongs to the desk that `@Desk` names; a desk that is not yours does not exist for you. */
@Injectable()
export class DeskGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: ViewerResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const desk = this.reflector.getAllAndOverride<DeskName | undefined>(DESK, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!desk) return true;
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const viewer = await this.viewers.find(request, desk);
    if (!viewer) throw DomainError.notFound();
    request.viewer = viewer;
    if (mayEnter(desk, viewer.actor)) return true;
    throw viewer.signedIn ? DomainError.notFound() : new DomainError('common.unauthenticated', 'unauthenticated');
  }
}
