import { describe, expect, it } from '@jest/globals';
import { ApprovalSubjects, type ApprovalSubject } from './approval-subjects.js';

const subject = (kind: string): ApprovalSubject => ({
  kind,
  act: kind,
  lock: () => Promise.resolve(),
  present: () => Promise.reject(new Error('nothing to present')),
  drafted: () => Promise.resolve(),
  approved: () => Promise.resolve(),
  released: () => Promise.resolve(),
});

describe('the kinds of case that can be decided', () => {
  it('stop the start while one is missing, and name it', () => {
    const subjects = new ApprovalSubjects();
    subjects.register(subject('grant-decision'));
    expect(() => {
      subjects.onApplicationBootstrap();
    }).toThrow('approval subjects missing: payment-order');
    subjects.register(subject('payment-order'));
    subjects.onApplicationBootstrap();
  });

  it('are registered once', () => {
    const subjects = new ApprovalSubjects();
    subjects.register(subject('grant-decision'));
    expect(() => {
      subjects.register(subject('grant-decision'));
    }).toThrow('registered twice');
  });
});
