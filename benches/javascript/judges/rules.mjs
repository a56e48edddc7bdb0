// What the libraries are told of the document, as far as the data of this benchmark needs it.

export const NAME = /^[A-Za-z\p{Script=Han}][^@/:="“”<>{}[\]\s]{1,127}$/u;
export const PASSWORD = /^[A-Za-z0-9!@#$%^&*()_+\-=]{8,32}$/;
export const TOKEN = /^[\u0000-\u007f]{0,64}$/;
export const MONTHS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "12", "24", "36"];
export const RENEWALS = ["1", "2", "3", "6", "12"];
export const VERSIONS = ["2.8", "4.0", "5.0"];
export const isConfig = (text) => {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};
export const kinds = (text) =>
  /[A-Z]/.test(text) + /[a-z]/.test(text) + /[0-9]/.test(text) + /[!@#$%^&*()_+\-=]/.test(text);
export const isPassword = (text) => PASSWORD.test(text) && kinds(text) >= 3;
export const periodFits = (form) => (form.ChargeType === "PrePaid" ? form.Period !== undefined : form.Period === undefined);
export const renewalFits = (form) => form.AutoRenew !== "true" || form.AutoRenewPeriod !== undefined;

export const optional = (form, name, test) => form[name] === undefined || (typeof form[name] === "string" && test(form[name]));
export const among = (list) => (text) => list.includes(text);
export const any = () => true;
