import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseUnfitPost, type NewPost } from '../domain/post.js';
import { StaffStore } from '../store/staff.store.js';

/** Opens a post. Its side and duties are checked here and once more by the database. */
@Injectable()
export class CreatePost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly municipalities: Municipalities,
  ) {}

  execute(actor: Actor, command: NewPost): Promise<{ postId: string }> {
    requireDuty(actor, 'administer');
    refuseUnfitPost(command);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.municipalities.sectionOf(tx, command.sectionId);
      const name = command.name.trim();
      if ((await this.staff.posts(tx)).some((post) => post.name === name)) {
        throw DomainError.invalid([{ pointer: 'name', code: 'staff.post-name-taken' }]);
      }
      const id = randomUUID();
      await this.staff.insertPost(tx, {
        deputyPostId: null,
        ...command,
        name,
        id,
        abolishedOn: null,
        successorPostId: null,
      });
      tx.audit({
        action: 'post.created',
        subjectKind: 'post',
        subjectId: id,
        detail: { side: command.side, duties: command.duties },
      });
      return { postId: id };
    });
  }
}
