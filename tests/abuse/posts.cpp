#include <vector>

#include "app/demo.hpp"
#include "tests/abuse/town.hpp"

namespace maillage::test {
namespace {

std::vector<Post> all_posts() {
    constexpr auto none = Post::Effect::no;
    const std::string password(app::demo_password);
    const std::string_view organisation = "/{council}/organisations/{organisation}",
                           account = "/{council}/accounts/{account}";
    const Pairs money{
        {"budget_label", "Salle"}, {"budget_year", "2026"}, {"budget_amount", "10"}, {"budget_fund", "fipd"}};
    return {
        {.pattern = "/{council}/actions/views", .fields = {{"name", "Autre"}, {"query", "?alarm=late"}}},
        {.pattern = "/{council}/actions",
         .fields = {{"title", "Ouvrir un local"}, {"domain", "PRE"}, {"pilot", "Service"}}},
        {.pattern = "/{council}/actions/bulk/preview",
         .fields = {{"row", "PRE-3"}, {"bulk_pilot", "Cabinet"}},
         .effect = none},
        {.pattern = "/{council}/actions/bulk", .fields = {{"row", "PRE-3"}, {"bulk_pilot", "Cabinet"}}},
        {.pattern = "/{council}/changes/{set}/undo"},
        {.pattern = "/{council}/actions/print"},
        {.pattern = "/{council}/jobs/{job}/cancellation"},
        {.pattern = "/{council}/actions/import", .file = "code;title\r\nPRE-2;Titre\r\n"},
        {.pattern = "/{council}/actions/import/{id}/columns",
         .fields = {{"f-code", "0"}, {"f-title", "1"}},
         .effect = none},
        {.pattern = "/{council}/actions/import/{id}/confirmation"},
        {.pattern = "/{council}/actions/{code}/edit",
         .fields = {{"title", "Titre"}, {"domain", "TRQ"}, {"version", "?"}},
         .page = "/{council}/actions/{code}/edit"},
        {.pattern = "/{council}/actions/{code}/state",
         .fields = {{"state", "suspended"}, {"reason", "Budget"}}},
        {.pattern = "/{council}/actions/{code}/steps", .fields = {{"step_title", "Encore"}}},
        {.pattern = "/{council}/actions/{code}/steps/{step}", .fields = {{"act", "delete"}}},
        {.pattern = "/{council}/actions/{code}/news", .fields = {{"news_text", "Reçu"}}},
        {.pattern = "/{council}/actions/{code}/links",
         .fields = {{"link_kind", "url"}, {"link_target", "https://example.org/b"}, {"link_label", "B"}}},
        {.pattern = "/{council}/actions/{code}/links/{link}/deletion"},
        {.pattern = "/{council}/actions/{code}/records/new",
         .fields = {{"record_kind", "counter"}, {"record_title", "Jours"}, {"record_unit", "jours"}}},
        {.pattern = "/{council}/actions/{code}/records/{sheet}/edit",
         .fields = {{"record_title", "Nuits"}, {"record_unit", "nuits"}, {"record_target", "3"}}},
        {.pattern = "/{council}/actions/{code}/records/{sheet}/lines",
         .fields = {{"line_kind", "stage"}, {"line_label", "Restitution"}}},
        {.pattern = "/{council}/actions/{code}/records/{sheet}/lines/{line}",
         .fields = {{"act", "save"}, {"line_kind", "stage"}, {"line_label", "Diagnostic partagé"}}},
        {.pattern = "/{council}/actions/{code}/records/{sheet}/lines/{line}/deletion"},
        {.pattern = "/{council}/actions/{code}/records/{sheet}/deletion"},
        {.pattern = "/{council}/actions/{code}/budget", .fields = money},
        {.pattern = "/{council}/actions/{code}/budget/{expense}",
         .fields = {{"budget_label", "Local"},
                    {"budget_year", "2027"},
                    {"budget_amount", "6"},
                    {"budget_fund", "city"}}},
        {.pattern = "/{council}/actions/{code}/budget/{expense}/deletion"},
        {.pattern = "/{council}/actions/{code}/evidence",
         .fields = {{"evidence_title", "Photographie"}, {"evidence_step", ""}},
         .file = "%PDF-1.7\n1 0 obj\n",
         .file_field = "evidence_file",
         .file_name = "b.pdf"},
        {.pattern = "/{council}/actions/{code}/evidence/{evidence}/removal"},
        {.pattern = "/{council}/actions/{code}/evidence/{evidence}/restoration"},
        {.pattern = "/{council}/actions/{code}/deletion"},
        {.pattern = "/{council}/actions/views/{view}/deletion"},
        {.pattern = "/{council}/organisations", .fields = {{"name", "Maison"}, {"kind", "association"}}},
        {.pattern = organisation,
         .fields = {{"name", "Pompiers"}, {"kind", "rescue"}, {"version", "?"}},
         .page = "/{council}/organisations/{organisation}/edit"},
        {.pattern = "/{council}/organisations/{organisation}/contacts",
         .fields = {{"function", "Adjoint"}, {"basis", "public_task"}}},
        {.pattern = "/{council}/organisations/{organisation}/contacts/{contact}",
         .fields = {{"function", "Capitaine"}, {"basis", "public_task"}}},
        {.pattern = "/{council}/organisations/{organisation}/contacts/{contact}/removal"},
        {.pattern = "/{council}/organisations/{organisation}/contacts/{contact}/restoration"},
        {.pattern = "/{council}/organisations/{organisation}/archive"},
        {.pattern = "/{council}/organisations/{organisation}/restoration"},
        {.pattern = "/{council}/bodies/{body}/members",
         .fields = {{"function", "Juge"}, {"standing", "member"}, {"seat", "holder"}, {"from", "1/9/2026"}}},
        {.pattern = "/{council}/bodies/{body}/members/{member}/ending"},
        {.pattern = "/{council}/bodies/{body}/members/{member}/reinstatement"},
        {.pattern = "/{council}/bodies/{body}/members/{member}/replacement",
         .fields =
             {{"function", "Adjoint"}, {"standing", "member"}, {"seat", "holder"}, {"from", "1/11/2026"}}},
        {.pattern = "/{council}/bodies/{body}/quorum",
         .fields = {{"quorum_percent", "50"}, {"quorum_source", "Règlement intérieur"}}},
        {.pattern = "/{council}/prefect-records", .fields = {{"subject", "Bilan"}, {"told_on", "1/10/2026"}}},
        {.pattern = "/{council}/prefect-records/{record}/withdrawal"},
        {.pattern = "/{council}/prefect-records/{record}/restoration"},
        {.pattern = "/{council}/territory/communes",
         .fields =
             {{"commune", "53140"}, {"standing", "associated"}, {"since", "1/1/2026"}, {"source", "DCM"}}},
        {.pattern = "/{council}/territory/communes/{membership}/ending",
         .fields = {{"until-{membership}", "1/11/2026"}}},
        {.pattern = "/{council}/territory/communes/{membership}/reopening"},
        {.pattern = "/{council}/accounts",
         .fields = {{"name", "Robin"}, {"email", "robin@laval.example"}, {"role", "elected"}}},
        {.pattern = "/{council}/accounts/list/preview",
         .fields = {{"people", "Alix Blanc <alix@laval.example>"}, {"role", "elected"}},
         .effect = none},
        {.pattern = "/{council}/accounts/list",
         .fields = {{"people", "Alix Blanc <alix@laval.example>"}, {"role", "elected"}}},
        {.pattern = "/{council}/accounts/{account}/mandates", .fields = {{"role", "prefect"}}},
        {.pattern = "/{council}/accounts/{account}/mandates/end",
         .fields = {{"mandate", "?"}},
         .page = account},
        // By the administrator: the coordinator has just given it.
        {.pattern = "/{council}/accounts/{account}/mandates/confirmation",
         .fields = {{"mandate", "?"}},
         .page = "/{council}/accounts/{account}",
         .who = "administration"},
        {.pattern = "/{council}/accounts/{account}/invitation"},
        {.pattern = "/{council}/accounts/{account}/second-factor/removal"},
        {.pattern = "/{council}/accounts/{account}/disable"},
        {.pattern = "/{council}/profile", .fields = {{"language", "en"}, {"theme", "dark"}}},
        {.pattern = "/{council}/profile/sessions", .fields = {{"session", "others"}}},
        {.pattern = "/{council}/profile/password",
         .fields = {{"password", password}, {"new_password", "sept girafes lisent"}},
         .who = "social"},
        {.pattern = "/{council}/profile/second-factor",
         .fields = {{"password", password}},
         .who = "referent"},
        {.pattern = "/{council}/profile/second-factor/confirmation",
         .fields = {{"one_time_password", "code"}},
         .who = "referent"},
        {.pattern = "/{council}/profile/second-factor/codes",
         .fields = {{"password", password}, {"one_time_password", "code"}},
         .who = "referent"},
        {.pattern = "/{council}/profile/second-factor/removal",
         .fields = {{"password", password}, {"one_time_password", "code"}},
         .who = "referent"},
    };
}

}  // namespace

std::span<const Post> posts() {
    static const std::vector<Post> list = all_posts();
    return list;
}

}  // namespace maillage::test
