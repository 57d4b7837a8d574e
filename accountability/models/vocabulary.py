"""The words in which the catalogue of measures says what kind of thing each measure is."""

from django.db import models


class Direction(models.TextChoices):
    HIGHER_IS_BETTER = "higher_is_better", "Higher is better"
    LOWER_IS_BETTER = "lower_is_better", "Lower is better"
    NEUTRAL = "neutral", "Neither is better"


class Breakdown(models.TextChoices):
    """By what the people counted are divided. By deprivation, the portal calls the most deprived 1 everywhere."""

    NONE = "none", "No groups"
    DEPRIVATION_QUINTILE = "deprivation_quintile", "Fifths by deprivation, 1 is the most deprived"
    DEPRIVATION_DECILE = "deprivation_decile", "Tenths by deprivation, 1 is the most deprived"
    ETHNICITY = "ethnicity", "Ethnic groups"
    AGE = "age", "Age groups"
    SEX = "sex", "Sex"
    SEXUAL_ORIENTATION = "sexual_orientation", "Sexual orientation"
    DISABILITY = "disability", "Disability"
    LEARNING_DISABILITY = "learning_disability", "Learning disability and autism"
    CARERS = "carers", "Unpaid carers and others"
    INCLUSION_GROUP = "inclusion_group", "Inclusion health groups"
    PAY_BAND = "pay_band", "Pay bands of staff"
    REPRESENTATION = "representation", "Board, workforce and the population served"


class Family(models.TextChoices):
    INEQUALITY = "inequality", "Health inequality"
    CORE = "core", "Core performance"
    WORKFORCE = "workforce", "Workforce equality"


class Unit(models.TextChoices):
    PERCENT = "percent", "Percent"
    YEARS = "years", "Years"
    PER_1000 = "per_1000", "Rate per 1,000 people"
    PER_100000 = "per_100000", "Rate per 100,000 people"
    RATIO = "ratio", "Ratio: how many times as likely or as many"
    COUNT = "count", "Number"
    MINUTES = "minutes", "Minutes"
    SCORE = "score", "Score"


class MeasureKind(models.TextChoices):
    """Where a measure lies between what is done and what comes of it."""

    PROCESS = "process", "Something we do"
    INTERMEDIATE = "intermediate", "A step on the way"
    OUTCOME = "outcome", "A result for people"


class StatementDomain(models.TextChoices):
    """Where a measure belongs in NHS England's Statement on information on health inequalities (section 13SA)."""

    ELECTIVE = "elective", "Elective recovery"
    URGENT = "urgent", "Urgent and emergency care"
    RESPIRATORY = "respiratory", "Respiratory"
    MENTAL_HEALTH = "mental_health", "Mental health"
    CANCER = "cancer", "Cancer"
    CARDIOVASCULAR = "cardiovascular", "Cardiovascular disease"
    DIABETES = "diabetes", "Diabetes"
    SMOKING = "smoking", "Smoking cessation"
    ORAL_HEALTH = "oral_health", "Oral health"
    LEARNING_DISABILITY = "learning_disability", "Learning disability and autistic people"
    MATERNITY = "maternity", "Maternity and neonatal"


class DisclosureRule(models.TextChoices):
    """Which rule on small numbers a measure's figures are shown by: a key of `hileads.disclosure.rules.RULES`."""

    NATIONAL = "national", "Published counts, shown as published"
    HES = "hes", "Hospital Episode Statistics and the Emergency Care Data Set"
    MHSDS = "mhsds", "Mental Health Services Data Set"
    OPENSAFELY = "opensafely", "OpenSAFELY"
    OURS = "ours", "The portal’s own: counts of one to four are hidden"
