import { describe, expect, it } from '@jest/globals';
import { readRoles } from './roles.js';

const CONTEXT = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const INSTITUTION = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#';
const SYSTEM = 'http://purl.imsglobal.org/vocab/lis/v2/system/person#';

describe('Roles of a platform', () => {
  it.each([
    [[`${CONTEXT}#Instructor`]],
    [[`${CONTEXT}#Learner`, `${CONTEXT}#ContentDeveloper`]],
    [[`${CONTEXT}/Instructor#TeachingAssistant`]],
    [['urn:lti:role:ims/lis/Instructor']],
    [['Instructor']],
    [['TeachingAssistant']],
  ])('%j teach there', (roles) => {
    expect(readRoles(roles).staff).toBe(true);
  });

  it.each([
    [[]],
    [['owner']],
    [[`${CONTEXT}#Learner`]],
    [[`${CONTEXT}/Learner#Instructor`]],
    [[`${INSTITUTION}Instructor`]],
    [[`${INSTITUTION}Administrator`, `${SYSTEM}Administrator`]],
    [[`https://evil.example/membership?Instructor`]],
    [[`${CONTEXT}#NonCreditLearner`]],
    [['Learner']],
  ])('%j do not', (roles) => {
    expect(readRoles(roles).staff).toBe(false);
  });

  it('see who learns, by whatever name', () => {
    expect(
      [`${CONTEXT}#Learner`, 'Learner', 'Student', `${CONTEXT}/Learner#GuestLearner`].map((role) => readRoles([role]).learner),
    ).toEqual([true, true, true, true]);
    expect([`${CONTEXT}#Mentor`, 'Instructor', `${INSTITUTION}Student`].some((role) => readRoles([role]).learner)).toBe(false);
  });

  it('see who runs the site', () => {
    expect(readRoles([`${SYSTEM}Administrator`]).administrator).toBe(true);
    expect(readRoles([`${CONTEXT}#Administrator`]).administrator).toBe(false);
  });
});
