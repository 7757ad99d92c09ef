import { describe, expect, it } from '@jest/globals';
import { PanelSubjects, type PanelSubject } from './panel-subjects.js';

const subject = (kind: string): PanelSubject => ({
  kind,
  programmes: () => Promise.resolve([]),
  proposed: () => Promise.resolve([]),
  withdrawn: () => Promise.resolve(new Set()),
});

describe('the kinds of case that a panel judges', () => {
  it('stop the start while one is missing', () => {
    const subjects = new PanelSubjects();
    expect(() => subjects.onApplicationBootstrap()).toThrow('panel subjects missing: application');
    subjects.register(subject('application'));
    expect(() => subjects.onApplicationBootstrap()).not.toThrow();
  });

  it('are each provided by one stage', () => {
    const subjects = new PanelSubjects();
    subjects.register(subject('application'));
    expect(() => subjects.register(subject('application'))).toThrow('registered twice');
  });
});
