import * as kvspec from "kvspec";

const PROFILE = "alibaba.create-instance.cn";

export const isValid = (form) => kvspec.isValid(PROFILE, form);

export const errors = (form) =>
  kvspec
    .check(PROFILE, form, { form: true, level: "error" })
    .diagnostics.map(({ path, message }) => `${path} ${message}`);
