export const vi = {
  history: "Nhật ký",
  what: "Việc",
  who: "Người thực hiện",
  when: "Lúc",
  system: "Hệ thống",
  nothing: "Chưa có việc nào được ghi.",
};
