// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/use_section.h"

#include "ui/dialog_parts.h"
#include "ui/profile_bars.h"
#include "ui/text.h"

#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {

constexpr double kHoursADay = 24;
constexpr int kStepsAnHour = 10;
constexpr double kPercent = 100;
constexpr double kMostPeople = 10'000'000;
constexpr qint64 kLargestTable = 1'048'576;
constexpr std::size_t kDay = 24;

int tenthsOf(const Use& use)
{
    return static_cast<int>(std::lround(use.utilization * kHoursADay * kStepsAnHour));
}

QSlider* newHoursSlider()
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("hoursSlider"));
    slider->setRange(0, static_cast<int>(kHoursADay) * kStepsAnHour);
    slider->setSingleStep(kStepsAnHour / 2);
    slider->setPageStep(kStepsAnHour);
    return slider;
}

} // namespace

UseSection::UseSection(QWidget* parent)
    : AssumptionSection(QStringLiteral("use"), parent)
    , kinds_(new Segments(QStringLiteral("useKind")))
    , slider_(newHoursSlider())
{
    const auto use = [](auto& assumed) -> auto&
    {
        return assumed.use;
    };
    kinds_->setTexts({QString(), QString(), QString()});
    kinds_->setButtonNames(
        {QStringLiteral("useHours"), QStringLiteral("useUsers"), QStringLiteral("useProfile")});
    kindRow_ = addWidget(kinds_, false);
    hours_ = addFigure("hoursPerDay", {0, kHoursADay, 1, 0.5},
                       accessTo(
                           [use](auto& a) -> auto& { return use(a).utilization; }, kHoursADay));
    sliderRow_ = addWidget(slider_, false);
    users_ = addFigure("users", {1, kMostPeople, 0, 1},
                       accessTo([use](auto& a) -> auto& { return use(a).users; }));
    requests_ = addFigure("requestsPerUser", {0.1, 100'000, 1, 1},
                          accessTo([use](auto& a) -> auto& { return use(a).requestsPerUser; }));
    perDay_ = addFigure("usersHours", {0.5, kHoursADay, 1, 0.5},
                        accessTo([use](auto& a) -> auto& { return use(a).hoursPerDay; }));
    perWeek_ = addFigure("usersDays", {0.5, 7, 1, 0.5},
                         accessTo([use](auto& a) -> auto& { return use(a).daysPerWeek; }));
    profileRow_ = addWidget(makeProfile(), false);
    years_ = addFigure("years", {1, 10, 0, 1}, accessTo([](auto& a) -> auto& { return a.years; }));
    cached_ = addFigure("cachedShare", {0, kPercent, 0, 5},
                        accessTo(
                            [use](auto& a) -> auto& { return use(a).cachedShare; }, kPercent));
    connect(kinds_, &Segments::chosen, this, [this](int kind) {
        edit([kind](CostAssumptions& changed) { changed.use.kind = static_cast<UseKind>(kind); });
    });
    connect(slider_, &QSlider::valueChanged, this, [this](int tenths) {
        edit([tenths](CostAssumptions& changed) {
            changed.use.utilization = static_cast<double>(tenths) / kStepsAnHour / kHoursADay;
        });
    });
    connect(import_, &QPushButton::clicked, this, &UseSection::askForProfile);
}

QWidget* UseSection::makeProfile()
{
    import_ = namedButton(QStringLiteral("importProfile"));
    bars_ = new ProfileBars;
    bars_->setObjectName(QStringLiteral("profileBars"));
    summary_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    summary_->setObjectName(QStringLiteral("profileSummary"));
    summary_->setWordWrap(true);
    auto* profile = new QWidget;
    profile->setObjectName(QStringLiteral("profile"));
    auto* column = new QVBoxLayout(profile);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(import_);
    column->addWidget(bars_);
    column->addWidget(summary_);
    return profile;
}

void UseSection::askForProfile()
{
    auto* dialog = new QFileDialog(this, tr("Requests by the hour"), {},
                                   tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &UseSection::importProfile);
    dialog->open();
}

void UseSection::importProfile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        refusal_ = tr("%1 can't be read: %2").arg(path, file.errorString()).toStdString();
        showProfile();
        return;
    }
    const QByteArray text = file.read(kLargestTable + 1);
    if (text.size() > kLargestTable) {
        refusal_ = tr("%1 is larger than 1 MiB; a table has at most 168 hours.").arg(path).toStdString();
        showProfile();
        return;
    }
    const auto profile =
        parseProfile(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    refusal_ = profile ? std::string() : profile.error().message;
    if (!profile) {
        showProfile();
        return;
    }
    edit([&profile](CostAssumptions& changed) {
        changed.use.kind = UseKind::Profile;
        changed.use.profile = *profile;
    });
}

bool UseSection::lacksProfile() const
{
    return assumed().use.kind == UseKind::Profile && assumed().use.profile.empty();
}

void UseSection::showMore()
{
    const Use& use = assumed().use;
    kinds_->setCurrent(static_cast<int>(use.kind));
    const QSignalBlocker quiet(slider_);
    slider_->setValue(tenthsOf(use));
    for (const Field field : {hours_, sliderRow_}) {
        want(field, use.kind == UseKind::Hours);
    }
    for (const Field field : {users_, requests_, perDay_, perWeek_}) {
        want(field, use.kind == UseKind::Users);
    }
    want(profileRow_, use.kind == UseKind::Profile);
    showProfile();
}

void UseSection::showProfile()
{
    const std::vector<Requests>& profile = assumed().use.profile;
    bars_->setVisible(!profile.empty());
    bars_->setProfile(profile);
    summary_->setVisible(!profile.empty());
    if (!profile.empty()) {
        const double total = std::accumulate(profile.begin(), profile.end(), Requests()).value();
        const auto peak = std::ranges::max_element(profile);
        const auto hour = static_cast<std::size_t>(peak - profile.begin());
        const QString clock = QStringLiteral("%1:00").arg(hour % kDay, 2, 10, QLatin1Char('0'));
        const QString when = profile.size() <= kDay
            ? clock
            : tr("%1 %2", "day of the week, clock")
                  .arg(QLocale().dayName(static_cast<int>(hour / kDay) + 1, QLocale::ShortFormat), clock);
        const QString sum = profile.size() <= kDay ? tr("%1 requests a day") : tr("%1 requests a week");
        summary_->setText(
            tr("%1, at most %2 an hour (%3).")
                .arg(sum.arg(countText(std::llround(total))), countText(std::llround(peak->value())), when));
        bars_->setAccessibleName(summary_->text());
    }
    QString error = refusal_.empty() ? QString() : QString::fromStdString(refusal_);
    if (error.isEmpty() && lacksProfile()) {
        error = tr("Choose a table of hours (0–23, or 0–167 from Monday) and requests.");
    }
    setFieldError(profileRow_, assumed().use.kind == UseKind::Profile && isOpen() ? error : QString());
}

bool UseSection::isMoreDefault() const
{
    return assumed().use == defaults().use;
}

void UseSection::resetMore(CostAssumptions& changed) const
{
    changed.use = defaults().use;
}

void UseSection::retranslate()
{
    setTitle(tr("Use"));
    kinds_->setTexts({tr("Hours"), tr("Users"), tr("Profile")});
    kinds_->setAccessibleName(tr("How the use is stated"));
    kinds_->setToolTip(tr("Hours in full use, people with their requests, or requests by the hour of a day "
                          "or week. The same requests are reckoned for owning, the cloud and an API."));
    setTexts(hours_, tr("In use a day"), tr("h"),
             tr("Hours a day in which the own machine answers as many requests as it can"));
    slider_->setAccessibleName(tr("Hours in use a day"));
    setTexts(users_, tr("Users"), {}, tr("People who ask the model"));
    setTexts(requests_, tr("Requests each"), tr("a day"), tr("Of each user on a working day"));
    setTexts(perDay_, tr("Spread over"), tr("h a day"),
             tr("Hours of a working day over which the requests are spread evenly"));
    setTexts(perWeek_, tr("Working days"), tr("a week"), tr("Days of the week on which they ask"));
    import_->setText(tr("Choose a table …"));
    import_->setToolTip(
        tr("A CSV of hour and requests: hours 0 to 23 of a day, or 0 to 167 of a week from Monday"));
    setTexts(cached_, tr("Prompt cached"), tr("%"),
             tr("Share of a prompt's tokens that a hosted API has seen before and bills as cached"));
    setTexts(years_, tr("Years"), tr("years"), tr("How long costs are added up"));
    showProfile();
}

} // namespace rigwright
