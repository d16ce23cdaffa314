const two = (title: string, text: string): [string, string] => [title, text];

export const vi = {
  upcoming: "Sắp tới",
  past: "Đã qua",
  drafts: "Nháp",
  views: "Nhóm sự kiện",
  newEvent: "Tạo sự kiện",
  filter: "Lọc",
  clear: "Bỏ lọc",
  term: "Tên sự kiện",
  allCampaigns: "Mọi chiến dịch",
  allKinds: "Mọi loại",
  mine: "Chỉ của đơn vị tôi",
  answered: "Đã trả lời / đã mời",
  empty: {
    upcoming: two("Chưa có sự kiện sắp tới", "Sự kiện hiện ở đây sau khi mở đăng ký."),
    past: two("Chưa có sự kiện đã qua", "Sự kiện chuyển sang đây khi kết thúc."),
    drafts: two("Không có bản nháp", "Sự kiện mới tạo là bản nháp cho đến khi mở đăng ký."),
  },
  noMatch: two("Không có sự kiện phù hợp", "Hãy bỏ bớt điều kiện lọc."),
};
