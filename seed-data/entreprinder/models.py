"""
The Django models behind the dataset `entreprinder`, for reading beside the lessons.

Three platforms share one database: Crush.lu (dating events), VinsDelux (vineyard plots for adoption) and
Entreprinder (founders meet). In the project each app has a `models.py` of its own; here they stand in one file,
so every Meta names its `app_label`. `auth_user` is Django's own user model. Django creates exactly the tables,
constraints and indexes of `schema.sql` and `indexes.sql` from these classes.

Only foreign keys and unique columns are indexed: that is all Django does unasked. The rest is up to the lessons.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


# Crush.lu: dating events in Luxembourg


class CrushCoach(models.Model):
    """A volunteer who reviews profiles before their owners may come to events."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    bio = models.TextField()
    specialization = models.CharField(max_length=100)
    is_active = models.BooleanField(default=True)
    max_active_reviews = models.PositiveIntegerField(default=10)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "crush_lu"

    def __str__(self):
        return f"Coach {self.user_id}"


class CrushProfile(models.Model):
    """A member's dating profile. Canton and postal code follow from the location."""

    class Gender(models.TextChoices):
        FEMALE = "F", "Female"
        MALE = "M", "Male"
        NON_BINARY = "NB", "Non-binary"

    class LookingFor(models.TextChoices):
        DATING = "dating", "Dating"
        FRIENDSHIP = "friendship", "Friendship"
        NETWORKING = "networking", "Networking"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    date_of_birth = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=10, choices=Gender)
    looking_for = models.CharField(max_length=20, choices=LookingFor, default=LookingFor.DATING)
    phone_number = models.CharField(max_length=20)
    postal_code = models.CharField(max_length=10)
    location = models.CharField(max_length=100)
    canton = models.CharField(max_length=50)
    bio = models.TextField(blank=True)
    interests = models.TextField(blank=True)
    preferences = models.JSONField(default=dict)
    is_approved = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = "crush_lu"
        ordering = ["-created_at"]

    def __str__(self):
        return f"Profile of user {self.user_id}"


class ProfileSubmission(models.Model):
    """One attempt to get a profile approved; a profile has between one and nine."""

    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        APPROVED = "approved", "Approved"
        REVISION = "revision", "Needs revision"
        REJECTED = "rejected", "Rejected"

    profile = models.ForeignKey(CrushProfile, on_delete=models.CASCADE, related_name="submissions")
    coach = models.ForeignKey(
        CrushCoach, null=True, blank=True, on_delete=models.SET_NULL, related_name="submissions"
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.PENDING)
    coach_notes = models.TextField(blank=True)
    feedback_to_user = models.TextField(blank=True)
    submitted_at = models.DateTimeField(auto_now_add=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "crush_lu"
        ordering = ["-submitted_at"]

    def __str__(self):
        return f"Submission {self.pk} ({self.status})"


class MeetupEvent(models.Model):
    """An event. More than half of the descriptions carry an inline image of about 4 kB."""

    class EventType(models.TextChoices):
        MIXER = "mixer", "Mixer"
        SPEED_DATING = "speed_dating", "Speed dating"
        ACTIVITY = "activity", "Activity"
        THEMED = "themed", "Themed"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        CANCELLED = "cancelled", "Cancelled"

    title = models.CharField(max_length=200)
    description = models.TextField()
    event_type = models.CharField(max_length=20, choices=EventType)
    event_date = models.DateTimeField()
    location = models.CharField(max_length=200)
    canton = models.CharField(max_length=50)
    organizer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="organized_events"
    )
    max_participants = models.IntegerField()
    # How many registrations are confirmed: kept by the application, not by the database.
    registration_count = models.IntegerField(default=0)
    registration_fee = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    status = models.CharField(max_length=20, choices=Status, default=Status.DRAFT)
    metadata = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    special_users = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="special_events"
    )

    class Meta:
        app_label = "crush_lu"
        ordering = ["event_date"]
        constraints = [
            models.CheckConstraint(condition=Q(max_participants__gte=2), name="min_participants_check"),
        ]

    def __str__(self):
        return self.title


class EventRegistration(models.Model):
    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        CONFIRMED = "confirmed", "Confirmed"
        WAITLIST = "waitlist", "Waiting list"
        CANCELLED = "cancelled", "Cancelled"

    event = models.ForeignKey(MeetupEvent, on_delete=models.CASCADE, related_name="registrations")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="event_registrations"
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.PENDING)
    payment_confirmed = models.BooleanField(default=False)
    checked_in_at = models.DateTimeField(null=True, blank=True)
    dietary_note = models.CharField(max_length=120, blank=True)
    registered_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = "crush_lu"
        ordering = ["-registered_at"]
        unique_together = [("event", "user")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["pending", "confirmed", "waitlist", "cancelled"]),
                name="valid_registration_status",
            ),
        ]

    def __str__(self):
        return f"User {self.user_id} at event {self.event_id}"


class EventInvitation(models.Model):
    """An invitation by e-mail; the guest answers with its code."""

    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        EXPIRED = "expired", "Expired"

    event = models.ForeignKey(MeetupEvent, on_delete=models.CASCADE, related_name="invitations")
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="sent_invitations"
    )
    guest_email = models.EmailField()
    guest_name = models.CharField(max_length=100)
    invitation_code = models.CharField(max_length=36)
    status = models.CharField(max_length=20, choices=Status, default=Status.PENDING)
    sent_at = models.DateTimeField(auto_now_add=True)
    responded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "crush_lu"
        ordering = ["-sent_at"]

    def __str__(self):
        return f"Invitation for {self.guest_name}"


class EventConnection(models.Model):
    """Two users who want to stay in touch; no pair is stored twice, in either order."""

    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"

    user1 = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="connections_sent"
    )
    user2 = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="connections_received"
    )
    event = models.ForeignKey(
        MeetupEvent, null=True, blank=True, on_delete=models.SET_NULL, related_name="connections"
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.PENDING)
    created_at = models.DateTimeField(auto_now_add=True)
    responded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "crush_lu"
        ordering = ["-created_at"]
        unique_together = [("user1", "user2")]

    def __str__(self):
        return f"{self.user1_id} and {self.user2_id}"


class ConnectionMessage(models.Model):
    """The largest table: append-only but for `read_at`."""

    connection = models.ForeignKey(EventConnection, on_delete=models.CASCADE, related_name="messages")
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sent_messages"
    )
    message = models.TextField()
    sent_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "crush_lu"
        ordering = ["sent_at"]

    def __str__(self):
        return self.message[:40]


class JourneyConfiguration(models.Model):
    """A journey: six chapters, each unlocked by the one before."""

    class JourneyType(models.TextChoices):
        WONDERLAND = "wonderland", "Wonderland"
        CUSTOM = "custom", "Custom"
        ADVENT = "advent", "Advent calendar"

    journey_name = models.CharField(max_length=200)
    journey_type = models.CharField(max_length=30, choices=JourneyType)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "crush_lu"

    def __str__(self):
        return self.journey_name


class JourneyChapter(models.Model):
    journey = models.ForeignKey(JourneyConfiguration, on_delete=models.CASCADE, related_name="chapters")
    chapter_number = models.IntegerField()
    title = models.CharField(max_length=200)
    prerequisite = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="unlocks"
    )

    class Meta:
        app_label = "crush_lu"
        ordering = ["journey", "chapter_number"]
        unique_together = [("journey", "chapter_number")]

    def __str__(self):
        return self.title


class JourneyChallenge(models.Model):
    class ChallengeType(models.TextChoices):
        RIDDLE = "riddle", "Riddle"
        WORD_SCRAMBLE = "word_scramble", "Word scramble"
        MULTIPLE_CHOICE = "multiple_choice", "Multiple choice"
        MEMORY_MATCH = "memory_match", "Memory match"
        TIMELINE_SORT = "timeline_sort", "Timeline sort"

    chapter = models.ForeignKey(JourneyChapter, on_delete=models.CASCADE, related_name="challenges")
    challenge_order = models.IntegerField()
    challenge_type = models.CharField(max_length=30, choices=ChallengeType)
    question = models.TextField()
    points = models.IntegerField(default=10)

    class Meta:
        app_label = "crush_lu"
        ordering = ["chapter", "challenge_order"]

    def __str__(self):
        return self.question


class JourneyReward(models.Model):
    class RewardType(models.TextChoices):
        POEM = "poem", "Poem"
        PHOTO_REVEAL = "photo_reveal", "Photo reveal"
        VOICE_MESSAGE = "voice_message", "Voice message"
        GIFT_BOX = "gift_box", "Gift box"

    chapter = models.ForeignKey(JourneyChapter, on_delete=models.CASCADE, related_name="rewards")
    reward_type = models.CharField(max_length=30, choices=RewardType)
    title = models.CharField(max_length=200)

    class Meta:
        app_label = "crush_lu"

    def __str__(self):
        return self.title


class JourneyProgress(models.Model):
    """How far a user has come. The lists of ids are JSON arrays, as the front end wants them."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="journey_progress"
    )
    journey = models.ForeignKey(JourneyConfiguration, on_delete=models.CASCADE, related_name="progress")
    current_chapter = models.ForeignKey(
        JourneyChapter, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    completed_challenges = models.JSONField(default=list)
    unlocked_rewards = models.JSONField(default=list)
    metadata = models.JSONField(default=dict)
    total_points = models.IntegerField(default=0)
    is_completed = models.BooleanField(default=False)
    started_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = "crush_lu"
        unique_together = [("user", "journey")]

    def __str__(self):
        return f"User {self.user_id} in journey {self.journey_id}"


class GlobalActivityOption(models.Model):
    """An activity that organizers may choose, tagged for the search."""

    class ActivityType(models.TextChoices):
        PRESENTATION = "phase2_presentation", "Phase 2: presentation"
        TWIST = "phase2_twist", "Phase 2: twist"
        ICEBREAKER = "icebreaker", "Icebreaker"

    display_name = models.CharField(max_length=200)
    activity_type = models.CharField(max_length=30, choices=ActivityType)
    tags = ArrayField(models.CharField(max_length=50))
    canton = models.CharField(max_length=50)
    is_active = models.BooleanField(default=True)
    sort_order = models.IntegerField(default=0)

    class Meta:
        app_label = "crush_lu"
        ordering = ["sort_order"]

    def __str__(self):
        return self.display_name


# VinsDelux: adopt a vineyard plot


class VdlProducer(models.Model):
    name = models.CharField(max_length=200)
    region = models.CharField(max_length=100)
    founded_year = models.IntegerField(null=True, blank=True)
    story = models.TextField(blank=True)
    is_featured = models.BooleanField(default=False)

    class Meta:
        app_label = "vinsdelux"
        ordering = ["name"]

    def __str__(self):
        return self.name


class VdlPlot(models.Model):
    class Status(models.TextChoices):
        AVAILABLE = "available", "Available"
        RESERVED = "reserved", "Reserved"
        ADOPTED = "adopted", "Adopted"

    producer = models.ForeignKey(VdlProducer, on_delete=models.CASCADE, related_name="plots")
    plot_identifier = models.CharField(max_length=50, unique=True)
    name = models.CharField(max_length=200)
    grape_variety = models.CharField(max_length=60)
    soil_type = models.CharField(max_length=60)
    size_m2 = models.IntegerField()
    base_price = models.DecimalField(max_digits=10, decimal_places=2)
    status = models.CharField(max_length=20, choices=Status, default=Status.AVAILABLE)
    is_premium = models.BooleanField(default=False)
    wine_profile = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    adoption_plans = models.ManyToManyField("VdlAdoptionPlan", blank=True, related_name="plots")

    class Meta:
        app_label = "vinsdelux"
        ordering = ["plot_identifier"]

    def __str__(self):
        return f"{self.name} ({self.plot_identifier})"


class VdlCoffret(models.Model):
    """A gift box of bottles."""

    producer = models.ForeignKey(VdlProducer, on_delete=models.CASCADE, related_name="coffrets")
    name = models.CharField(max_length=200)
    sku = models.CharField(max_length=30, unique=True)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    stock_quantity = models.IntegerField(default=0)
    is_available = models.BooleanField(default=True)

    class Meta:
        app_label = "vinsdelux"

    def __str__(self):
        return self.name


class VdlAdoptionPlan(models.Model):
    producer = models.ForeignKey(VdlProducer, on_delete=models.CASCADE, related_name="adoption_plans")
    associated_coffret = models.ForeignKey(
        VdlCoffret, null=True, blank=True, on_delete=models.SET_NULL, related_name="adoption_plans"
    )
    name = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    duration_months = models.IntegerField()
    is_available = models.BooleanField(default=True)

    class Meta:
        app_label = "vinsdelux"

    def __str__(self):
        return self.name


class VdlPlotReservation(models.Model):
    """A plot held from one day to another; some of them overlap, which the schema does not forbid."""

    class Status(models.TextChoices):
        HELD = "held", "Held"
        CONFIRMED = "confirmed", "Confirmed"
        EXPIRED = "expired", "Expired"

    plot = models.ForeignKey(VdlPlot, on_delete=models.CASCADE, related_name="reservations")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL,
        related_name="plot_reservations",
    )
    adoption_plan = models.ForeignKey(
        VdlAdoptionPlan, null=True, blank=True, on_delete=models.SET_NULL, related_name="reservations"
    )
    starts_on = models.DateField()
    ends_on = models.DateField()
    status = models.CharField(max_length=20, choices=Status, default=Status.HELD)
    session_key = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "vinsdelux"
        ordering = ["-created_at"]

    def __str__(self):
        return f"Plot {self.plot_id}, {self.starts_on} to {self.ends_on}"


# Entreprinder: founders meet


class EntrepreneurProfile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    company = models.CharField(max_length=150)
    industry = models.CharField(max_length=60)
    location = models.CharField(max_length=100)
    tagline = models.CharField(max_length=200, blank=True)
    bio = models.TextField(blank=True)
    years_of_experience = models.IntegerField(null=True, blank=True)
    is_mentor = models.BooleanField(default=False)
    is_looking_for_funding = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "entreprinder"

    def __str__(self):
        return self.company


class Like(models.Model):
    liker = models.ForeignKey(EntrepreneurProfile, on_delete=models.CASCADE, related_name="likes_given")
    liked = models.ForeignKey(EntrepreneurProfile, on_delete=models.CASCADE, related_name="likes_received")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "entreprinder"
        unique_together = [("liker", "liked")]

    def __str__(self):
        return f"{self.liker_id} likes {self.liked_id}"


class Dislike(models.Model):
    disliker = models.ForeignKey(
        EntrepreneurProfile, on_delete=models.CASCADE, related_name="dislikes_given"
    )
    disliked = models.ForeignKey(
        EntrepreneurProfile, on_delete=models.CASCADE, related_name="dislikes_received"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "entreprinder"
        unique_together = [("disliker", "disliked")]

    def __str__(self):
        return f"{self.disliker_id} dislikes {self.disliked_id}"


class Match(models.Model):
    """A mutual like; the smaller profile id comes first."""

    entrepreneur1 = models.ForeignKey(
        EntrepreneurProfile, on_delete=models.CASCADE, related_name="matches_as_first"
    )
    entrepreneur2 = models.ForeignKey(
        EntrepreneurProfile, on_delete=models.CASCADE, related_name="matches_as_second"
    )
    is_active = models.BooleanField(default=True)
    matched_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "entreprinder"
        verbose_name_plural = "matches"
        unique_together = [("entrepreneur1", "entrepreneur2")]

    def __str__(self):
        return f"{self.entrepreneur1_id} and {self.entrepreneur2_id}"
