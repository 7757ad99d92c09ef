import { Injectable } from '@nestjs/common';
import { SectionStore } from '../../writing/index.js';
import { GrantChangeSectionRevisionRow } from './grant-change-section-revision-row.js';
import { GrantChangeSectionRow } from './grant-change-section-row.js';

@Injectable()
export class GrantChangeSectionStore extends SectionStore {
  protected readonly rows = GrantChangeSectionRow;
  protected readonly revisions = GrantChangeSectionRevisionRow;
}
